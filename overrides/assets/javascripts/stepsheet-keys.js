/* Keys: j and k through the steps, x for "not needed", o for one step at a time, ? for the list. Space ticks by itself.
 *
 * Single letters can be turned off (WCAG 2.1.4), and none is taken from somebody who is typing. Material has f, s, n, p
 * and the sign / already. */
((ss) => {
  "use strict";

  const { guide } = ss;
  const opener = document.querySelector("[data-ss-keys-open]");
  if (!guide || !opener) return;

  const KEY = "stepsheet:keys";
  const HEADER = 80; /* px that the bar at the top covers */
  let isOn = true;
  let dialog = null;

  try {
    isOn = localStorage.getItem(KEY) !== "off";
  } catch {
    /* then they are on */
  }

  function turn(on) {
    isOn = on;
    try {
      if (on) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "off");
    } catch {
      /* then it holds as long as the page */
    }
  }

  function help() {
    if (!dialog) {
      dialog = ss.part("keys");
      const box = dialog.querySelector("input");
      box.checked = isOn;
      box.addEventListener("change", () => turn(box.checked));
      document.body.append(dialog);
    }
    dialog.showModal();
  }

  const isSeen = (box) => !box.disabled && box.checkVisibility();
  const boxHere = () => guide.steps.find((box) => guide.stepOf(document.activeElement) === guide.stepOf(box));

  /* From the step that has the keyboard, else from where the page is scrolled to. */
  function move(distance) {
    if (ss.focus.by(distance)) return;
    const seen = guide.steps.filter(isSeen);
    let index = seen.indexOf(boxHere());
    if (index < 0) {
      const below = seen.findIndex((box) => box.getBoundingClientRect().top > HEADER);
      index = (below < 0 ? seen.length : below) - (distance > 0 ? 1 : 0);
    }
    const box = seen[index + distance];
    if (box) guide.visit(box);
  }

  function skip() {
    const box = boxHere();
    if (!box) return;
    if (guide.tickOf(box)?.state === "skipped") guide.set(box, null);
    else ss.skip(box, "");
  }

  const acts = { j: () => move(1), k: () => move(-1), x: skip, o: () => ss.focus.toggle(), "?": help };

  function isTyping({ target, isComposing }) {
    if (isComposing || document.querySelector("dialog[open]")) return true;
    if (target.matches("input")) return !["checkbox", "radio"].includes(target.type);
    return target.isContentEditable || target.matches("textarea, select");
  }

  document.addEventListener("keydown", (event) => {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const act = acts[event.key.toLowerCase()];
    if (!act || isTyping(event)) return;
    event.preventDefault();
    act();
  });
  opener.addEventListener("click", help);
  document.addEventListener("DOMContentLoaded", () => {
    opener.closest("li").hidden = guide.steps.length === 0;
  });
})(window.stepsheet);
