// Brings the rest of the code once the app is on screen, then tells the app that it is here, or that it could not be had.
(async () => {
  let told = 'here';
  try {
    const answer = await fetch('/*address*/');
    if (!answer.ok) throw new Error(answer.status + ' ' + answer.url);
    await WebAssembly.instantiate(await answer.arrayBuffer(), { m: first });
  } catch (error) {
    told = 'refused';
    console.warn(error);
  }
  document.documentElement.dataset.rest = told;
  document.querySelector('#app > .page').dispatchEvent(new Event('rest'));
})();
