/* Where a guide was left, and its end: what the reader has now, and where to go on. */
((ss) => {
  "use strict";

  const { all, fill, guide, say, words } = ss;
  if (!guide) return;

  const resume = document.querySelector("[data-ss-continue]");
  let before = { run: null, isOpen: false };

  /* Pieces of the page, without their names: those stay where they are. */
  function copyOf(selector) {
    const piece = document.querySelector(selector)?.cloneNode(true);
    for (const named of piece ? [piece, ...all("[id]", piece)] : []) named.removeAttribute("id");
    return piece || "";
  }

  function finish() {
    const dialog = ss.part("finish");
    const { done, total } = guide.progress();
    const name = ss.store.nameOf(guide.current(), guide.run());
    dialog.querySelector("[data-ss-text]").textContent = `${name}: ${ss.count(done, total)}`;
    dialog.querySelector("[data-ss-outcome]").append(copyOf(".ss-outcome .ss-prose"));
    dialog.querySelector("[data-ss-onward]").append(copyOf(".ss-next"));
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "new") guide.add(ss.store.newRun());
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  /* Only for the reader who ticks the last step, not for a page that is opened again or another tab. */
  function watch() {
    const now = { run: guide.current(), isOpen: Boolean(guide.open()) };
    const isAtEnd = before.run === now.run && before.isOpen && !now.isOpen && guide.progress().done > 0;
    before = now;
    if (isAtEnd && document.hasFocus() && !document.querySelector("dialog[open]")) finish();
  }

  function show() {
    const box = guide.open();
    resume.hidden = !box || guide.progress().done === 0;
    if (box) say(resume.querySelector("span"), fill(words.resume, { number: guide.numberOf(box) }));
    watch();
  }

  resume.addEventListener("click", () => guide.open() && guide.visit(guide.open()));
  guide.shown.push(show);
})(window.stepsheet);
