// Starts the app from what this file carries: asks the network for nothing, so it works from a folder with no connection.
// Written for old browsers too: they must get as far as the message.
(function () {
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') {
    refused();
    return;
  }
  function bytes() {
    var text = atob(document.getElementById('wasm').textContent.trim());
    var packed = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
    var expanded = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(expanded).arrayBuffer();
  }
  try {
    glue({ module_or_path: bytes() }).catch(refused);
  } catch (error) {
    refused(error);
  }
})();
