// The picture is one stop for the Tab key; the arrow keys go from cell to cell.
document.addEventListener('DOMContentLoaded', () => {
  const cells = [...document.querySelectorAll('.cell')];
  cells.forEach((cell, i) => {
    cell.tabIndex = i === 0 ? 0 : -1;
  });
  document.querySelector('.picture')?.addEventListener('keydown', (event) => {
    const at = cells.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = at === -1 || step === undefined ? undefined : cells[at + step];
    if (next === undefined) return;
    event.preventDefault();
    cells[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
});
