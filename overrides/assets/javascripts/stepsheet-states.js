/* What can be done with a step besides ticking it: say that it is not needed and why, copy a link to it. */
((ss) => {
  "use strict";

  const { fill, guide, words } = ss;
  if (!guide) return;

  const more = new Map();

  function here(anchor) {
    const url = new URL(location.href);
    url.hash = anchor;
    return url.href;
  }

  async function copyLink(anchor, button) {
    const worked = await ss.copied(here(anchor));
    ss.announce(worked ? words.link_copied : words.no_copy);
    button.toggleAttribute("data-ss-copied", worked);
    setTimeout(() => button.removeAttribute("data-ss-copied"), 2500);
  }

  function skip(box, reason) {
    guide.set(box, guide.made(box, "skipped", reason.trim().slice(0, 200)));
  }

  function menu(box) {
    const details = ss.part("more");
    const [form, back] = [details.querySelector("form"), details.querySelector("[data-ss-unskip]")];
    details.querySelector("[data-ss-name]").textContent = fill(words.more_step, { number: guide.numberOf(box) });
    const done = (act) => (event) => {
      event.preventDefault();
      details.open = false;
      details.querySelector("summary").focus();
      act();
    };
    form.addEventListener("submit", done(() => skip(box, form.elements.reason.value)));
    back.addEventListener("click", done(() => guide.set(box, null)));
    const link = details.querySelector("[data-ss-link]");
    link.addEventListener("click", () => copyLink(box.dataset.ssTick, link));
    details.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && details.open) done(() => {})(event);
    });
    return { details, form, back, note: null };
  }

  /* The line that says so, for the eye, for the screen reader and for paper. */
  function noted(box, tick) {
    const own = more.get(box);
    own.note?.remove();
    own.note = null;
    box.removeAttribute("aria-describedby");
    if (tick?.state !== "skipped") return;
    own.note = ss.part("skipped");
    own.note.id = `skipped:${box.dataset.ssTick}`;
    own.note.querySelector("span").textContent = tick.reason
      ? fill(words.not_needed_because, { reason: tick.reason })
      : words.not_needed;
    box.setAttribute("aria-describedby", own.note.id);
    guide.labelOf(box).parentElement.after(own.note);
  }

  function show() {
    for (const box of guide.steps) {
      const tick = guide.tickOf(box);
      const isSkipped = tick?.state === "skipped";
      const { form, back } = more.get(box);
      guide.stepOf(box).toggleAttribute("data-ss-skipped", isSkipped);
      form.hidden = isSkipped;
      back.hidden = !isSkipped;
      noted(box, tick);
    }
  }

  /* Fields have no menu: a button that copies the link to the row. */
  function linkTo(row) {
    const label = row.querySelector(".ss-field__label label");
    const button = ss.part("field-link");
    button.querySelector("[data-ss-name]").textContent = fill(words.link_to, { name: label.textContent });
    button.addEventListener("click", () => copyLink(row.id, button));
    label.after(" ", button);
  }

  for (const box of guide.steps) {
    more.set(box, menu(box));
    guide.labelOf(box).parentElement.after(more.get(box).details);
  }
  for (const row of ss.all(".ss-field")) linkTo(row);
  guide.shown.push(show);
  ss.skip = skip;
})(window.stepsheet);
