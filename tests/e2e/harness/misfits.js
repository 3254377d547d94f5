// What does not fit in a document: how far it is taller and wider than its window, the texts that are not wholly inside it or
// inside what clips them, the least height of a target, and the size of its type. The classes name the boxes that are drawn.
const misfits = (document) => {
  const view = document.defaultView, root = document.documentElement, cut = [];
  const walk = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.data.trim() || node.parentElement.closest('.visually-hidden, [popover]:not(:popover-open), .printed, option')) continue;
    const inside = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
      if (view.getComputedStyle(up).overflow === 'visible') continue;
      const box = up.getBoundingClientRect();
      inside.left = Math.max(inside.left, box.left);
      inside.top = Math.max(inside.top, box.top);
      inside.right = Math.min(inside.right, box.right);
      inside.bottom = Math.min(inside.bottom, box.bottom);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const isOut = (box) => box.left < inside.left - 1 || box.top < inside.top - 1 || box.right > inside.right + 1 || box.bottom > inside.bottom + 1;
    if ([...range.getClientRects()].some(isOut)) cut.push(node.data.trim());
  }
  const heights = [...document.querySelectorAll('.page :is(.choice, .button)')].map((one) => one.getBoundingClientRect().height);
  return {
    taller: root.scrollHeight - view.innerHeight,
    wider: root.scrollWidth - view.innerWidth,
    cut,
    least: Math.min(...heights.filter((height) => height > 0)),
    type: parseFloat(view.getComputedStyle(document.body).fontSize),
  };
};
