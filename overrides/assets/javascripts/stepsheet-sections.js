/* Sections fold, and whatever a link leads to is shown: folded, renamed or not needed as it may be.
 *
 * Only screens fold: on paper every section is open. */
((ss) => {
  "use strict";

  const { all, guide, words } = ss;
  if (!guide) return;

  function fold(section, button, isFolded) {
    section.toggleAttribute("data-ss-folded", isFolded);
    button.setAttribute("aria-expanded", String(!isFolded));
  }

  function unfold(target) {
    const section = target?.closest("[data-ss-folded]");
    if (section) fold(section, section.querySelector("[data-ss-fold]"), false);
  }

  function foldable(section) {
    const meta = section.querySelector(":scope > .ss-section__meta");
    if (!meta) return;
    const button = ss.part("fold");
    const heading = section.previousElementSibling;
    const title = heading.cloneNode(true);
    for (const link of all(".headerlink", title)) link.remove();
    button.setAttribute("aria-label", ss.fill(words.section, { name: title.textContent.trim() }));
    button.addEventListener("click", () => fold(section, button, !section.matches("[data-ss-folded]")));
    meta.append(button);
  }

  /* The part with this anchor, or the one that had it before it was renamed. */
  function partWith(anchor) {
    const part = document.getElementById(anchor);
    if (part || !anchor) return part;
    const renamed = all("[data-ss-was]").find((one) => one.dataset.ssWas.split(" ").includes(anchor));
    return renamed && document.getElementById(renamed.dataset.ssTick || renamed.dataset.ssSection);
  }

  function reveal() {
    let anchor = "";
    try {
      anchor = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; /* an odd link: there is nothing with such a name */
    }
    const part = partWith(anchor);
    if (!part) return;
    const isElsewhere = part.id !== anchor || part.closest("[data-ss-folded]");
    unfold(part);
    const off = part.closest(".ss-section[data-ss-off]");
    if (off || isElsewhere) ss.go(off || part);
  }

  for (const section of all("[data-ss-section]")) foldable(section);
  addEventListener("hashchange", reveal);
  document.addEventListener("DOMContentLoaded", reveal);
  guide.visited.push(unfold);
})(window.stepsheet);
