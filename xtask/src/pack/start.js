// Starts the app. If it cannot start, shows a message above the plain HTML, which stays usable.
// The syntax is old on purpose: an old browser must get as far as the message.
function startFailed(error) {
  var app = document.getElementById('app');
  var message = document.createElement('div');
  message.setAttribute('role', 'alert');
  message.className = 'start-refused';
  message.innerHTML =
    '<p lang="fr">L’assistant n’a pas pu démarrer dans ce navigateur. Les questions restent lisibles ci-dessous.' +
    ' Un navigateur plus récent (depuis 2023) devrait convenir.</p>' +
    '<p lang="en">The assistant could not start in this browser. The questions can still be read below.' +
    ' A more recent browser (since 2023) should work.</p>';
  app.insertBefore(message, app.firstChild);
  document.documentElement.dataset.app = 'refused';
  // Only the app can show the place that was asked for: without it, the plain HTML shows all its questions.
  document.documentElement.removeAttribute('data-at');
  if (error && window.console) console.warn(error);
}
function start(wasm) {
  // The JS glue is missing when it could not be downloaded, and when this browser does not know its syntax.
  if (typeof wasm_bindgen !== 'function') startFailed();
  else wasm_bindgen({ module_or_path: wasm }).catch(startFailed);
}
