// The link to the home page from an address that does not exist. The site may be in any folder above: its offline file is there.
(function () {
  var folders = [];
  var path = location.pathname;
  // The last folder does not exist either.
  if (path.charAt(path.length - 1) === '/') path = path.slice(0, -1);
  while (path) {
    path = path.slice(0, path.lastIndexOf('/'));
    folders.push(path + '/');
  }
  if (!folders.length) folders.push('/');
  function go(home, lang) {
    location.assign(home + '#/' + lang);
  }
  // Looks for the nearest folder above that has the app, when someone follows the link.
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
