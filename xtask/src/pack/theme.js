// Applies the theme that the reader chose in the app or on a static page, before the page is painted.
try {
  var theme = localStorage.getItem('boussole.theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch (refused) {}
