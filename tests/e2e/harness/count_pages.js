// Counts the pages of a PDF, given in base64. Each is an object of its own, in the open or packed with others.
const pdf = atob(arguments[0]);
const unpack = (packed) => {
  const bytes = Uint8Array.from(packed, (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
};
const packs = [...pdf.matchAll(/\/Type \/ObjStm[^>]*>>\s*stream\n([^]*?)\nendstream/g)];
return Promise.all(packs.map(([, packed]) => unpack(packed)))
  .then((unpacked) => [pdf, ...unpacked].join('\n').match(/\/Type \/Page\b/g).length);
