// Finds what shows of a role: `name` is the accessible name or a part of it; `inside` is a role and a name of what holds it, and
// `under` the heading of its section. Gives the first `most` elements or, with `text`, the text of the section.
const { role, name, exact, inside, under, most, text } = arguments[0];
const selectors = {
  alert: '[role=alert]',
  alertdialog: '[role=alertdialog]',
  banner: 'header',
  button: 'button, [role=button], input[type=submit], summary',
  checkbox: 'input[type=checkbox]',
  complementary: 'aside',
  contentinfo: 'footer',
  dialog: 'dialog, [role=dialog]',
  group: 'fieldset, [role=group]',
  heading: 'h1, h2, h3, h4',
  img: 'img, [role=img]',
  link: 'a[href]',
  listitem: 'li',
  main: 'main',
  navigation: 'nav',
  paragraph: 'p',
  radio: 'input[type=radio]',
  region: '[role=region], section[aria-label], section[aria-labelledby]',
  search: 'search, [role=search]',
  searchbox: 'input[type=search]',
  select: 'select',
  status: '[role=status], [aria-live=polite], output',
  table: 'table',
  textbox: 'textarea, input:not([type]), input[type=text]',
};
const clean = (text) => (text || '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return clean(by.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '));
  if (element.hasAttribute('aria-label')) return clean(element.getAttribute('aria-label'));
  if (element.labels?.length) return clean([...element.labels].map((label) => label.textContent).join(' '));
  if (element.tagName === 'FIELDSET') return clean(element.querySelector('legend')?.textContent);
  if (element.tagName === 'TABLE') return clean(element.caption?.textContent);
  if (element.alt) return clean(element.alt);
  return clean(element.textContent || element.value);
};
// A control may be drawn by its label; what counts is that one of the two shows.
const shows = (element) => [element, ...(element.labels || [])].some((part) => part.getClientRects().length > 0);
const all = (role, name, exact, root = document) => {
  const wanted = clean(name);
  const fits = (element) => (exact ? nameOf(element) === wanted : nameOf(element).includes(wanted));
  return [...root.querySelectorAll(selectors[role] || role)].filter((element) => shows(element) && fits(element));
};
// A section goes from its heading to the next one of the same level or a higher one.
const section = (title) => {
  const headings = all('heading', '', false);
  const start = headings.findIndex((heading) => nameOf(heading) === clean(title));
  if (start < 0) return null;
  const ends = (heading) => heading.tagName <= headings[start].tagName;
  return [headings[start], headings.slice(start + 1).find(ends) || null];
};
const follows = (element, other) => other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;

if (text) {
  const [start, end] = section(under) || [];
  if (!start) return null;
  const range = document.createRange();
  range.setStartAfter(start);
  if (end) range.setEndBefore(end); else range.setEndAfter(start.closest('main').lastChild);
  return range.toString();
}
let found;
if (inside) found = all(inside[0], inside[1], false).flatMap((outer) => all(role, name, exact, outer));
else found = all(role, name, exact);
if (under !== null) {
  const [start, end] = section(under) || [];
  found = found.filter((element) => start && follows(element, start) && !(end && follows(element, end)) && element !== end && !element.contains(end));
}
return found.slice(0, most);
