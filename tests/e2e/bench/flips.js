// Flips every answer of the result on screen, one after the other and back, and gives for each flip how many milliseconds
// it took: until the page was drawn, of that in the wasm and in its JS glue, in parsing new HTML; then in style and layout; in all.
const controls = [...document.querySelectorAll('main [name^="if:"]')];
document.querySelectorAll('main details').forEach((fold) => { fold.open = true; });

// Where the app hands new HTML to the browser.
const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
let parsing = 0;
Object.defineProperty(Element.prototype, 'innerHTML', {
  ...inner,
  set(html) {
    const before = performance.now();
    inner.set.call(this, html);
    parsing += performance.now() - before;
  },
});

// What a flip changes on the page: the bar with its dial, and what is announced.
const shown = () => document.querySelector('aside [role=region]')?.outerHTML + document.querySelector('[role=status]').textContent;
const nextTask = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
});

const flips = [];
let late = 0;
const flip = async (control, change) => {
  await nextTask();
  parsing = 0;
  const start = performance.now();
  change(control);
  control.dispatchEvent(new Event('change', { bubbles: true }));
  // The page is drawn in microtasks that follow the event: these awaits come after them.
  for (let n = 0; n < 64; n += 1) await null;
  const drawn = performance.now();
  const after = shown();
  const afterLook = performance.now();
  document.body.getBoundingClientRect();
  const laidOut = performance.now();
  flips.push([drawn - start, drawn - start - parsing, parsing, laidOut - afterLook, drawn - start + laidOut - afterLook]);
  await nextTask();
  if (shown() !== after) late += 1;
};

return (async () => {
  const looks = new Set([shown()]);
  for (const control of controls) {
    if (control.matches('select')) {
      const own = control.value;
      for (const { value } of control.options) {
        if (value !== own) await flip(control, (list) => { list.value = value; });
        looks.add(shown());
      }
      await flip(control, (list) => { list.value = own; });
    } else {
      await flip(control, (box) => { box.checked = !box.checked; });
      looks.add(shown());
      await flip(control, (box) => { box.checked = !box.checked; });
    }
  }
  Object.defineProperty(Element.prototype, 'innerHTML', inner);
  return { flips, late, looks: looks.size };
})();
