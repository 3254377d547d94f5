// Searches the text of the chapter: hides the passages that do not contain all the words, and reports how many are left. It
// listens on the document, so that it also works for a text that the app shows later. The syntax is old for old browsers.
(function () {
  // The smallest parts that are shown or hidden. A passage inside another one belongs to it.
  var PASSAGE = 'p, li, dl > div, dl.since, .disagreement';
  var TITLE = 'h2, h3, h4';

  function plain(text) {
    text = text.toLowerCase().replace(/œ/g, 'oe').replace(/[’ʼ]/g, "'").replace(/[\u2010\u2011]/g, '-');
    return text.normalize ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text;
  }
  function holds(element, words) {
    var text = plain(element.textContent);
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  function show(element, shown) {
    if (shown) element.removeAttribute('data-out');
    else element.setAttribute('data-out', '');
  }
  // Shows the passages of a block that contain the words, and returns their number. A title that contains all the words keeps
  // everything below it.
  function sift(block, words, all) {
    var children = [].slice.call(block.children);
    var found = 0;
    all = all || children.some(function (child) { return child.matches(TITLE) && holds(child, words); });
    children.forEach(function (child) {
      if (child.matches(TITLE)) return;
      var here;
      if (child.matches(PASSAGE)) here = all || holds(child, words) ? 1 : 0;
      else here = sift(child, words, all);
      // A drawing is shown with the lists that it illustrates.
      show(child, here > 0 || all || child.matches('svg'));
      found += here;
    });
    return found;
  }
  function search(field) {
    var chapter = field.closest('.chapter');
    var words = plain(field.value).split(/\s+/).filter(Boolean);
    var status = chapter.querySelector('[role=status]');
    var out = chapter.querySelectorAll('[data-out]');
    for (var i = 0; i < out.length; i++) show(out[i], true);
    if (!words.length) {
      status.textContent = '';
      return;
    }
    var text = chapter.querySelector('.chapter__text');
    var found = sift(text, words, false);
    var message = found === 0 ? 'none' : found === 1 ? 'one' : 'many';
    status.textContent = status.getAttribute('data-' + message).replace('{n}', found);
    // The table of contents keeps the sections with passages.
    var links = chapter.querySelectorAll('.contents a');
    for (i = 0; i < links.length; i++) {
      var section = document.getElementById(links[i].hash.slice(1));
      show(links[i].parentNode, !section || !section.hasAttribute('data-out'));
    }
    var lists = chapter.querySelectorAll('.contents section');
    for (i = 0; i < lists.length; i++) show(lists[i], lists[i].querySelector('li:not([data-out])') !== null);
  }
  function field(event) {
    var target = event.target;
    return target.matches && target.matches('.chapter input[type=search]') ? target : null;
  }
  function clear(input) {
    input.value = '';
    search(input);
  }

  // In some browsers, the button that clears the field sends `search`.
  ['input', 'search'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (field(event)) search(field(event));
    });
  });
  document.addEventListener('keydown', function (event) {
    var input = field(event);
    if (input && input.value && event.key === 'Escape') {
      event.preventDefault();
      clear(input);
    }
  });
  // A link to a place in this text shows the whole text again, before the browser goes there.
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('.chapter a[href^="#"]');
    var input = link && link.closest('.chapter').querySelector('input[type=search]');
    if (input && input.value) clear(input);
  }, true);
  document.documentElement.setAttribute('data-search', '');
})();
