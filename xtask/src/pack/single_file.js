// Unpacks the code of this file and starts the app. It asks nothing of the network: the file works offline, from any folder.
// The syntax is old on purpose: an old browser must get as far as the message.
(function () {
  if (typeof DecompressionStream !== 'function') {
    startFailed();
    return;
  }
  // Z85: five characters for four bytes. `_` replaces its `<` (`packed` in `xtask/src/pack/single_file.rs`).
  function decoded(text, n_padding) {
    var digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&_>()[]{}@%$#';
    var values = {};
    for (var i = 0; i < 85; i++) values[digits[i]] = i;
    var bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
    for (var at = 0; at < text.length; at += 5) {
      var number = 0;
      for (var place = at; place < at + 5; place++) number = number * 85 + values[text[place]];
      bytes.setUint32((at / 5) * 4, number);
    }
    return new Uint8Array(bytes.buffer, 0, bytes.byteLength - n_padding);
  }
  function run(code) {
    var end = new Uint8Array(code).indexOf(0);
    var script = document.createElement('script');
    script.textContent = new TextDecoder().decode(code.slice(0, end));
    document.body.appendChild(script);
    start(code.slice(end + 1));
  }
  try {
    var parts = document.getElementById('app-code').textContent.split(' ');
    var gzip = new Blob([decoded(parts[0], Number(parts[1]))]);
    var code = gzip.stream().pipeThrough(new DecompressionStream('gzip'));
    new Response(code).arrayBuffer().then(run).catch(startFailed);
  } catch (error) {
    startFailed(error);
  }
})();
