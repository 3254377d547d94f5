// Unpacks the wasm of this file and starts the app. It asks nothing of the network: the file works offline, from any folder.
// The syntax is old on purpose: an old browser must get as far as the message.
(function () {
  if (typeof DecompressionStream !== 'function') {
    startFailed();
    return;
  }
  try {
    var base64 = document.getElementById('app-wasm').textContent;
    var gzip = Uint8Array.from(atob(base64), function (char) { return char.charCodeAt(0); });
    var wasm = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
    new Response(wasm).arrayBuffer().then(start).catch(startFailed);
  } catch (error) {
    startFailed(error);
  }
})();
