/* What has changed since: since a step was ticked, and since the sheet in the reader's hand was printed. */
((ss) => {
  "use strict";

  const { all, guide, head, plural, fill, words } = ss;
  if (!guide) return;

  const SHEET = /^#sheet=([0-9a-f]{8})\.((?:[0-9a-f]{4})*)$/;
  const DIGITS = 4;

  /* A revision is of a step in one language, so that only ticks made in this one can be compared. */
  function isChanged(box) {
    const tick = guide.tickOf(box);
    if (!tick?.revision || guide.isOff(box)) return false;
    return tick.locale === ss.locale && tick.revision !== box.dataset.ssRevision;
  }

  /* A notice below the head of the page: one sentence, and links to the steps it is about. */
  function notice(name, title, boxes, text = "") {
    document.querySelector(`[data-ss-notice="${name}"]`)?.remove();
    if (!title) return;
    const made = ss.part("notice");
    made.dataset.ssNotice = name;
    const label = made.querySelector(".ss-notice__title");
    label.id = `ss:${name}`;
    made.setAttribute("aria-labelledby", label.id);
    label.querySelector("span").textContent = title;
    const list = made.querySelector("ul");
    for (const box of boxes) list.append(linkTo(box));
    list.hidden = boxes.length === 0;
    const more = made.querySelector("[data-ss-text]");
    more.textContent = text;
    more.hidden = !text;
    document.querySelector("[data-ss-notices]").append(made);
  }

  function linkTo(box) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${box.dataset.ssTick}`;
    link.textContent = `${guide.numberOf(box)}. ${guide.labelOf(box).textContent}`;
    item.append(link);
    return item;
  }

  function mark(box) {
    const tick = guide.tickOf(box);
    const made = ss.part("changed");
    const [before, now] = [made.querySelector("del"), made.querySelector("ins")];
    const text = guide.labelOf(box).textContent;
    const isReworded = Boolean(tick.do) && tick.do !== text;
    before.textContent = tick.do || "";
    now.textContent = text;
    made.querySelector("[data-ss-reworded]").hidden = !isReworded;
    made.querySelector("[data-ss-elsewhere]").hidden = isReworded;
    made.id = `changed:${box.dataset.ssTick}`;
    made.querySelector("button").setAttribute("aria-describedby", `do:${box.dataset.ssTick}`);
    made.querySelector("button").addEventListener("click", () => {
      guide.set(box, guide.made(box, tick.state, tick.reason));
      ss.announce(words.rechecked);
      box.focus({ preventScroll: true });
    });
    guide.labelOf(box).parentElement.after(made);
  }

  function show() {
    for (const made of all(".ss-changed")) made.remove();
    const changed = guide.steps.filter(isChanged);
    for (const box of guide.steps) guide.stepOf(box).toggleAttribute("data-ss-changed", changed.includes(box));
    for (const box of changed) mark(box);
    notice("changes", changed.length ? plural(words.changed, changed.length) : "", changed);
  }

  /* The link on a sheet has its revision, and the first digits of each step's, so that no history is needed. */
  function sheet() {
    const [, revision, digests] = SHEET.exec(location.hash) || [];
    if (!revision) return;
    if (revision === head.dataset.ssRevision) {
      notice("sheet", words.sheet_current, []);
      return;
    }
    const known = new Set(digests.match(new RegExp(`.{${DIGITS}}`, "g")));
    const changed = guide.steps.filter((box) => !known.has(box.dataset.ssRevision.slice(0, DIGITS)));
    const old = fill(words.sheet_revision, { sheet: revision, page: head.dataset.ssRevision });
    if (!digests) notice("sheet", words.sheet_old, [], old);
    else if (changed.length) notice("sheet", plural(words.sheet_changed, changed.length), changed, old);
    else notice("sheet", words.sheet_same_steps, [], old);
  }

  document.addEventListener("DOMContentLoaded", sheet);
  addEventListener("hashchange", sheet);
  guide.shown.push(show);
})(window.stepsheet);
