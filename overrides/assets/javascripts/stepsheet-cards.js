/* Cards of guides: how far the run that was chosen last has come. */
((ss) => {
  "use strict";

  const { all, head, words } = ss;

  /* What the guide's page has counted; before there were runs, steps were not counted yet. */
  function progressOf(name, total) {
    const { current, runs } = ss.store.read(name);
    const { before = 0, progress } = runs[current];
    return progress ?? { done: Math.min(before, total), total };
  }

  function show(card) {
    const root = card.closest("[data-ss-root]") || head;
    if (!root) return;
    const name = ss.store.key(root.dataset.ssRoot, card.dataset.ssCard);
    const { done, total } = progressOf(name, Number(card.dataset.ssTotal));
    const place = card.querySelector(".ss-card__progress");
    const isComplete = done === total;
    place.hidden = done === 0;
    place.textContent = isComplete ? words.all_done : ss.count(done, total);
    place.style.setProperty("--ss-share", total ? done / total : 1);
    place.toggleAttribute("data-ss-complete", isComplete);
  }

  const showAll = () => all("[data-ss-card]").forEach(show);
  addEventListener("storage", showAll);
  addEventListener("pageshow", showAll);
  showAll();
})(window.stepsheet);
