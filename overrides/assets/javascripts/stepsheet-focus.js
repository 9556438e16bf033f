/* One step at a time, large: for a phone beside the computer. The page stays as it is, the style sheet hides the rest. */
((ss) => {
  "use strict";

  const { all, guide, say, words } = ss;
  const opener = document.querySelector("[data-ss-focus-open]");
  if (!guide || !opener) return;

  const page = document.documentElement;
  const bar = ss.part("focus");
  const control = (name) => bar.querySelector(`[data-ss-focus="${name}"]`);
  let at = null;

  /* Steps with their sub-steps; those that do not apply are not met. */
  const units = () => all(".ss-section > .ss-steps > .ss-step").filter((step) => !step.closest("[data-ss-off]"));
  const boxesOf = (step) => guide.order.filter((box) => step.contains(box));
  const openIn = (step) => boxesOf(step).find((box) => guide.counts(box) && !box.checked);

  function show() {
    if (!at) return;
    const steps = units();
    if (!steps.includes(at)) {
      if (steps.length) moveTo(steps[0]);
      else leave();
      return;
    }
    const index = steps.indexOf(at);
    const [place, done] = ["place", "done"].map(control);
    say(place, ss.fill(words.step_of, { number: ss.number(index + 1), total: ss.number(steps.length) }));
    control("back").disabled = index === 0;
    control("on").disabled = index === steps.length - 1;
    say(done.querySelector("span"), openIn(at) ? words.done : following() ? words.next : words.finish);
  }

  function moveTo(step) {
    at?.removeAttribute("data-ss-focused");
    at = step;
    step.setAttribute("data-ss-focused", "");
    for (const visited of guide.visited) visited(step);
    for (const section of all("[data-ss-section]"))
      for (const part of [section, section.previousElementSibling])
        part.toggleAttribute("data-ss-away", !section.contains(step));
    page.dataset.ssFocus = step === units()[0] ? "first" : "";
    show();
    scrollTo(0, 0);
    (openIn(step) || boxesOf(step).at(-1)).focus({ preventScroll: true });
  }

  /* After the last step come those that were passed over; when nothing is open, nothing follows. */
  function following() {
    const steps = units();
    if (!guide.open()) return undefined;
    return steps[steps.indexOf(at) + 1] || steps.find(openIn);
  }

  function by(distance) {
    const steps = units();
    const step = steps[steps.indexOf(at) + distance];
    if (step) moveTo(step);
  }

  /* Ticks what is open in the step, one box after the other, and goes on when nothing is. */
  function done() {
    const box = openIn(at);
    if (box) guide.set(box, guide.made(box, "done"));
    if (!at || openIn(at)) return;
    const step = following();
    if (step) moveTo(step);
    else leave();
  }

  function enter() {
    const steps = units();
    if (!steps.length) return;
    document.body.append(bar);
    moveTo(steps.find(openIn) || steps[0]);
  }

  function leave() {
    const step = at;
    at = null;
    delete page.dataset.ssFocus;
    step?.removeAttribute("data-ss-focused");
    bar.remove();
    if (step) guide.visit(boxesOf(step).at(-1));
  }

  const toggle = () => (at ? leave() : enter());

  opener.addEventListener("click", enter);
  control("back").addEventListener("click", () => by(-1));
  control("on").addEventListener("click", () => by(1));
  control("done").addEventListener("click", done);
  control("leave").addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && at && !event.defaultPrevented && !document.querySelector("dialog[open]")) leave();
  });
  document.addEventListener("DOMContentLoaded", () => {
    opener.closest("li").hidden = units().length === 0;
  });
  guide.shown.push(show);
  ss.focus = { toggle, by: (distance) => Boolean(at) && (by(distance), true) };
})(window.stepsheet);
