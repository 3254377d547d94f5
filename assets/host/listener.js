addEventListener("message", window[Symbol.for("boussole")] ??= ({ data, source }) => {
  try { data = JSON.parse(data); } catch {}
  const frame = data?.boussole === 1 && [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);
  if (frame && data.type === "key") for (const type of ["keydown", "keyup"]) document.dispatchEvent(new KeyboardEvent(type, { key: data.key, code: data.key.trim() || "Space", keyCode: data.code, which: data.code, bubbles: true }));
  if (frame && data.type === "height" && "boussoleHeight" in frame.dataset) frame.style.height = `${data.height}px`;
  if (frame && data.type === "back") { frame.blur(); focus(); } });
