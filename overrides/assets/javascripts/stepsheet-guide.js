/* A guide: its boxes, its counts, the way to the next step.
 *
 * The one place where the run that is shown is read and changed; other scripts hear of it through `shown`. */
((ss) => {
  "use strict";

  const { all, head, say, words } = ss;
  if (!head) return;

  const name = ss.store.key(head.dataset.ssRoot, head.dataset.ssGuide);
  const boxes = all("[data-ss-tick]");
  const steps = boxes.filter((box) => box.dataset.ssKind === "step");
  const dock = document.querySelector("[data-ss-dock]");
  const next = dock.querySelector("[data-ss-next]");
  const reset = document.querySelector("[data-ss-reset]");
  const shown = [];
  const chosen = [];
  const visited = [];
  let data = ss.store.read(name);
  let current = ss.store.chosen(name, data);

  /* A step is done after its sub-steps, so it comes after them. */
  const order = all(".ss-section > .ss-steps > .ss-step").flatMap((step) => {
    const [own, ...parts] = all("[data-ss-kind=step]", step);
    return [...parts, own];
  });

  const run = () => data.runs[current];
  const tickOf = (box) => run().ticks[box.dataset.ssTick];
  const stepOf = (box) => box.closest(".ss-step");
  const labelOf = (box) => document.getElementById(`do:${box.dataset.ssTick}`);
  const numberOf = (box) => document.getElementById(`number:${box.dataset.ssTick}`).textContent;
  const isOff = (box) => Boolean(box.closest("[data-ss-off]"));
  const isSkipped = (box) => tickOf(box)?.state === "skipped";

  /* A step that is not needed takes its sub-steps along. */
  function counts(box) {
    const around = stepOf(box)?.parentElement.closest(".ss-step")?.querySelector("[data-ss-kind=step]");
    return !isOff(box) && !isSkipped(box) && !(around && isSkipped(around));
  }

  const open = () => order.find((box) => counts(box) && !box.checked);

  /* Ticks made under an id that was renamed since. */
  function follow() {
    const { ticks } = run();
    for (const box of boxes)
      for (const former of box.dataset.ssWas?.split(" ") || []) {
        if (!(former in ticks)) continue;
        ticks[box.dataset.ssTick] ??= ticks[former];
        delete ticks[former];
      }
  }

  function load() {
    data = ss.store.read(name);
    if (!(current in data.runs)) current = data.current;
    follow();
  }

  function progress() {
    const counted = steps.filter(counts);
    return { done: counted.filter((box) => box.checked).length, total: counted.length };
  }

  /* Another tab may have changed the run since: what is changed is always the newest. */
  function change(alter) {
    load();
    alter(run(), data);
    show();
    run().progress = progress();
    delete run().before;
    ss.store.write(name, data);
    ss.store.choose(name, current);
  }

  function set(box, tick) {
    change(({ ticks }) => {
      if (tick) ticks[box.dataset.ssTick] = tick;
      else delete ticks[box.dataset.ssTick];
    });
  }

  /* What a tick was made for is kept with it, so that a later page can say what has changed. */
  function made(box, state, reason = "") {
    const tick = { state, at: new Date().toISOString() };
    if (reason) tick.reason = reason;
    if (!box.dataset.ssRevision) return tick;
    return { ...tick, revision: box.dataset.ssRevision, locale: ss.locale, do: labelOf(box).textContent };
  }

  function enter(id) {
    current = id;
    change((_, all) => {
      all.current = id;
    });
  }

  function add(run) {
    load();
    const id = ss.store.newId(data.runs);
    data.runs[id] = run;
    ss.store.write(name, data);
    enter(id);
  }

  function remove() {
    change((_, all) => {
      delete all.runs[current];
      const [left] = Object.keys(all.runs);
      if (!left) all.runs.r1 = ss.store.newRun();
      all.current = current = left || "r1";
    });
  }

  function showSections() {
    for (const section of all("[data-ss-section]")) {
      const own = all("[data-ss-kind=step]", section).filter(counts);
      const ticked = own.filter((box) => box.checked).length;
      const complete = own.length > 0 && ticked === own.length;
      say(section.querySelector(".ss-section__meta [data-ss-count]"), ss.count(ticked, own.length));
      section.toggleAttribute("data-ss-complete", complete);
      for (const link of all(".md-nav--secondary .md-nav__link"))
        if (decodeURIComponent(link.hash) === `#${section.dataset.ssSection}`)
          link.toggleAttribute("data-ss-complete", complete);
    }
  }

  function showCounts() {
    const { done, total } = progress();
    for (const meter of all("progress.ss-meter")) {
      meter.max = total || 1;
      meter.value = total ? done : 1;
    }
    for (const place of all("[data-ss-progress] [data-ss-count], [data-ss-dock] [data-ss-count]"))
      say(place, ss.count(done, total));
    const upcoming = open();
    for (const step of all("[data-ss-current]")) step.removeAttribute("data-ss-current");
    if (upcoming) stepOf(upcoming).setAttribute("data-ss-current", "");
    say(next.querySelector("span"), upcoming ? words.next : words.all_done);
    dock.toggleAttribute("data-ss-complete", !upcoming);
    reset.disabled = !boxes.some((box) => tickOf(box));
  }

  function show() {
    for (const listen of chosen) listen(run());
    for (const box of boxes) box.checked = tickOf(box)?.state === "done";
    showSections();
    showCounts();
    for (const listen of shown) listen(run());
  }

  function place() {
    const sidebar = document.querySelector(".md-sidebar--secondary .md-sidebar__inner");
    const wide = matchMedia("(min-width: 60em)");
    const put = () => {
      if (wide.matches && sidebar) sidebar.prepend(dock);
      else document.body.append(dock);
      document.documentElement.classList.toggle("ss-docked", !(wide.matches && sidebar));
    };
    wide.addEventListener("change", put);
    put();
  }

  /* To the first thing a step says: its warnings come before it. */
  function visit(box) {
    for (const listen of visited) listen(stepOf(box));
    ss.go(stepOf(box).querySelector(":scope > .ss-warning, :scope > .ss-step__row"), box);
  }

  function begin() {
    document.addEventListener("change", ({ target }) => {
      if (target.matches("[data-ss-tick]")) set(target, target.checked ? made(target, "done") : null);
    });
    addEventListener("storage", (event) => {
      if (event.key !== null && event.key !== name) return;
      load();
      show();
    });
    next.addEventListener("click", () => {
      const box = open();
      if (box) visit(box);
      else ss.go(document.querySelector(".ss-end"));
    });
    reset.addEventListener("click", () => {
      if (!confirm(words.confirm_reset)) return;
      change((run) => {
        run.ticks = {};
      });
      head.querySelector("h1").scrollIntoView({ block: "center" });
    });
    follow();
    place();
    show();
    for (const part of [dock, document.querySelector("[data-ss-progress]")]) part.hidden = steps.length === 0;
  }

  document.addEventListener("DOMContentLoaded", begin);

  ss.guide = {
    id: head.dataset.ssGuide,
    boxes,
    steps,
    order,
    shown, /* called with the run whenever it is shown again */
    chosen, /* the same, before anything is counted */
    visited, /* called with a step before it is gone to */
    run,
    runs: () => data.runs,
    current: () => current,
    tickOf,
    stepOf,
    labelOf,
    numberOf,
    isOff,
    counts,
    open,
    progress,
    change,
    set,
    made,
    enter,
    add,
    remove,
    visit,
  };
})(window.stepsheet);
