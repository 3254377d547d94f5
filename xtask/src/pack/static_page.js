// The controls of a static page: the theme, the link to the other language, and the notice of old content.
(function () {
  var root = document.documentElement;
  var themes = ['', 'light', 'dark'];
  var select = document.querySelector('.theme select');
  if (select) {
    select.selectedIndex = Math.max(0, themes.indexOf(root.dataset.theme || ''));
    select.disabled = false;
    select.addEventListener('change', function () {
      var theme = themes[select.selectedIndex];
      if (theme) root.dataset.theme = theme;
      else delete root.dataset.theme;
      try {
        if (theme) localStorage.setItem('boussole.theme', theme);
        else localStorage.removeItem('boussole.theme');
      } catch (refused) {}
    });
  }
  var other = document.querySelector('.top a[hreflang]');
  if (other) {
    other.addEventListener('click', function () {
      if (/^#\/(fr|en)\/(chapter|trainers)/.test(location.hash)) other.hash = location.hash.replace(/^#\/\w\w/, '#/' + other.hreflang);
    });
  }
  var now = new Date();
  var pad = function (n) { return (n < 10 ? '0' : '') + n; };
  var today = now.getFullYear() + '-' + pad(now.getMonth() + 1) + '-' + pad(now.getDate());
  var aged = document.querySelectorAll('[data-old-after]');
  for (var i = 0; i < aged.length; i++) aged[i].hidden = today <= aged[i].getAttribute('data-old-after');
})();
