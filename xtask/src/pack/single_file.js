// Starts the app from what this file carries: asks the network for nothing, so it works from a folder with no connection.
// Written for old browsers too: they must get as far as the message.
(function () {
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') {
    refused();
    return;
  }
  // Four bytes in five characters: Z85, but for one of them (`packed` of `xtask/src/pack.rs`).
  function bytes(text, missing) {
    var digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&_>()[]{}@%$#';
    var value = new Uint8Array(128);
    for (var i = 0; i < 85; i++) value[digits.charCodeAt(i)] = i;
    var from = new TextEncoder().encode(text);
    var found = new DataView(new ArrayBuffer((from.length / 5) * 4));
    for (var at = 0, byte = 0; at < from.length; at += 5, byte += 4) {
      var high = (value[from[at]] * 85 + value[from[at + 1]]) * 7225;
      found.setUint32(byte, (high + value[from[at + 2]] * 85 + value[from[at + 3]]) * 85 + value[from[at + 4]]);
    }
    return new Uint8Array(found.buffer, 0, found.byteLength - missing);
  }
  function run(whole) {
    var code = new Uint8Array(whole);
    var end = code.indexOf(0);
    // As an element of its own, which a page that runs its scripts runs too.
    var script = document.createElement('script');
    script.textContent = new TextDecoder().decode(code.subarray(0, end));
    document.body.appendChild(script);
    return glue({ module_or_path: code.subarray(end + 1) });
  }
  try {
    var parts = document.getElementById('app-code').textContent.trim().split(' ');
    var packed = new Blob([bytes(parts[0], Number(parts[1]))]);
    var expanded = packed.stream().pipeThrough(new DecompressionStream('gzip'));
    new Response(expanded).arrayBuffer().then(run).catch(refused);
  } catch (error) {
    refused(error);
  }
})();
