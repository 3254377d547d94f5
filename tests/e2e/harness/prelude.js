// Runs before anything else in the page: keeps every error where a journey can read it.
window.pageErrors = [];
// When the app had started, in milliseconds after its page was asked for.
new MutationObserver(function () {
  if (document.documentElement.dataset.app === 'ready') window.readyAt = window.readyAt || performance.now();
}).observe(document.documentElement, { attributes: true });
(function () {
  var keep = function (kind, what) { window.pageErrors.push(kind + ': ' + what); };
  addEventListener('error', function (event) {
    keep('error', event.message || (event.target && (event.target.src || event.target.href)) || 'unknown');
  }, true);
  addEventListener('unhandledrejection', function (event) { keep('rejection', event.reason && (event.reason.stack || event.reason)); });
  addEventListener('securitypolicyviolation', function (event) { keep('policy', event.violatedDirective + ' ' + event.blockedURI); });
  var error = console.error;
  console.error = function () {
    keep('console', Array.prototype.join.call(arguments, ' '));
    error.apply(console, arguments);
  };
})();
