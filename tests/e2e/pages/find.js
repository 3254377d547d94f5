// Finds the first visible element of a role whose accessible name is, or contains, a text.
const [role, name, exact] = arguments;
const selectors = {
  alert: '[role=alert]',
  button: 'button, [role=button], input[type=submit], summary',
  checkbox: 'input[type=checkbox]',
  group: 'fieldset, [role=group]',
  heading: 'h1, h2, h3, h4',
  img: 'img, [role=img]',
  link: 'a[href]',
  main: 'main',
  radio: 'input[type=radio]',
  region: '[role=region]',
  select: 'select',
  status: '[role=status], [aria-live=polite], output',
  textbox: 'textarea, input:not([type]), input[type=text]',
};
const clean = (text) => (text || '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return clean(by.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '));
  if (element.hasAttribute('aria-label')) return clean(element.getAttribute('aria-label'));
  if (element.labels?.length) return clean([...element.labels].map((label) => label.textContent).join(' '));
  if (element.tagName === 'FIELDSET') return clean(element.querySelector('legend')?.textContent);
  if (element.alt) return clean(element.alt);
  return clean(element.textContent || element.value);
};
// A control may be drawn by its label; what counts is that one of the two shows.
const shows = (element) => [element, ...(element.labels || [])].some((part) => part.getClientRects().length > 0);
const wanted = clean(name);
const fits = (element) => (exact ? nameOf(element) === wanted : nameOf(element).includes(wanted));
return [...document.querySelectorAll(selectors[role] || role)].find((element) => shows(element) && fits(element)) || null;
