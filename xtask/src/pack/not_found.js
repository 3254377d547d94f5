// The way home from a page that does not exist: the site may be in any folder above, where its single file tells it.
(function () {
  var folders = [];
  var path = location.pathname;
  // A folder that does not exist is no home.
  if (path.charAt(path.length - 1) === '/') path = path.slice(0, -1);
  while (path) {
    path = path.slice(0, path.lastIndexOf('/'));
    folders.push(path + '/');
  }
  if (!folders.length) folders.push('/');
  function go(home, lang) {
    location.assign(home + '#/' + lang);
  }
  // Asked for only once the person wants to go: the nearest folder above that has the app.
  function search(places, lang) {
    if (!places.length) return go(folders[0], lang);
    fetch(places[0] + 'boussole.html', { method: 'HEAD' }).then(function (answer) {
      if (answer.ok) go(places[0], lang);
      else search(places.slice(1), lang);
    }, function () {
      go(folders[0], lang);
    });
  }
  var links = document.querySelectorAll('[data-home]');
  for (var i = 0; i < links.length; i++) {
    links[i].href = folders[0] + '#/' + links[i].getAttribute('data-home');
    links[i].parentNode.hidden = false;
    links[i].addEventListener('click', function (event) {
      if (typeof fetch !== 'function' || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      search(folders, event.currentTarget.getAttribute('data-home'));
    });
  }
})();
