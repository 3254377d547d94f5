// The theme that the reader chose in the app or here, before anything is painted.
try {
  var theme = localStorage.getItem('boussole.theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch (refused) {}
