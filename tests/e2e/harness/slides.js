// Shows every question and the given results of every topic in the page's one frame, of the same origin, and measures each
// view. Arguments: the language, the name of the button that goes on, and topics with questions (short name, whole name) and codes.
const [lang, goOn, topics] = arguments;
const frame = document.querySelector('iframe');
const app = frame.src.split(/[?#]/)[0];
const until = async (holds) => {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > 15000) throw new Error('waited in vain in ' + frame.src + ' for ' + holds);
    await new Promise((done) => setTimeout(done, 5));
  }
};
let n = 0;
const open = async (address) => {
  // Another query, so that the document is another one.
  frame.src = `${app}?${(n += 1)}#/e/${lang}/${address}`;
  const isThere = () => frame.contentWindow.location.search === `?${n}` && frame.contentDocument?.documentElement?.dataset.app === 'ready';
  await until(isThere);
};
return (async () => {
  const views = [];
  for (const { id, questions, codes } of topics) {
    await open(`${id}/-`);
    for (const [name, whole] of questions) {
      frame.contentWindow.postMessage({ boussole: 1, type: 'go', to: name }, '*');
      const document = frame.contentDocument;
      await until(() => document.querySelector(`main [name="${whole}"]`));
      views.push({ at: `${id} ${name}`, ...misfits(document) });
      // With the message of a missing answer, and the popover that says why the question is asked.
      [...document.querySelectorAll('button')].find((button) => button.textContent === goOn).click();
      await until(() => document.querySelector('[role=alert]'));
      const why = document.querySelector('[popover]');
      why.showPopover();
      views.push({ at: `${id} ${name}, all that unfolds`, ...misfits(document) });
      why.hidePopover();
    }
    for (const code of codes) {
      await open(`${id}/told/${code}`);
      views.push({ at: `${id} ${code}`, verdict: true, ...misfits(frame.contentDocument) });
    }
  }
  return views;
})();
