// Some chat and mail programs write `#` as `%23`: what follows becomes part of the path. This repairs such an address.
(function () {
  var broken = /^([^?#]*?)%(?:25)*23((?:\/|%2F)[^?#]*)/i.exec(location.href);
  if (broken) location.replace(broken[1] + '#' + broken[2]);
})();
