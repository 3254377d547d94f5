// Tells that the app could not start, above the plain page, which stays usable.
function refused(error) {
  var app = document.getElementById('app');
  var told = document.createElement('div');
  told.setAttribute('role', 'alert');
  told.className = 'start-refused';
  told.innerHTML =
    '<p lang="fr">L’assistant n’a pas pu démarrer dans ce navigateur. Les questions restent lisibles ci-dessous.' +
    ' Un navigateur plus récent (depuis 2023) devrait convenir.</p>' +
    '<p lang="en">The assistant could not start in this browser. The questions can still be read below.' +
    ' A more recent browser (since 2023) should do.</p>';
  app.insertBefore(told, app.firstChild);
  document.documentElement.dataset.app = 'refused';
  // A place that only the app has: the plain page shows all it holds instead.
  document.documentElement.removeAttribute('data-at');
  if (error && window.console) console.warn(error);
}
