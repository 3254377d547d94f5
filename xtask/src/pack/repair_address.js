// A chat or a mail that writes `#` as `%23` makes a page's place part of its path: such an address is repaired at once.
(function () {
  var broken = /^([^?#]*?)%(?:25)*23((?:\/|%2F)[^?#]*)/i.exec(location.href);
  if (broken) location.replace(broken[1] + '#' + broken[2]);
})();
