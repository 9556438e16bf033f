/* The runs of a guide: choosing one, naming it, keeping it as a file, passing it on as a link. */
((ss) => {
  "use strict";

  const { fill, guide, say, words } = ss;
  const panel = document.querySelector("[data-ss-runs]");
  if (!guide || !panel) return;

  const LINK = /^#run=([\w-]{1,60000})$/;
  const LARGEST = 2_000_000; /* bytes of a file; a run of a thousand steps has half a million */
  const control = (name) => panel.querySelector(`[data-ss-run="${name}"]`);
  const [select, name, file] = ["select", "name", "file"].map(control);
  const told = panel.querySelector("[data-ss-told]");

  const nameNow = () => ss.store.nameOf(guide.current(), guide.run());

  function show(run) {
    const options = Object.entries(guide.runs()).map(([id, one]) => new Option(ss.store.nameOf(id, one), id));
    select.replaceChildren(...options);
    select.value = guide.current();
    if (document.activeElement !== name) name.value = nameNow();
    say(panel.querySelector("[data-ss-run-name]"), nameNow());
    const { done, total } = guide.progress();
    const isBegun = Object.keys(run.ticks).length > 0;
    say(document.querySelector("[data-ss-printed]"), isBegun ? `${nameNow()}: ${ss.count(done, total)}` : "");
  }

  function add() {
    guide.add(ss.store.newRun());
    tell(words.run_added);
    name.focus();
    name.select();
  }

  function tell(text) {
    told.textContent = "";
    say(told, text);
  }

  function rename() {
    guide.change((run) => {
      run.name = ss.run.clean({ name: name.value }).name;
    });
  }

  function remove() {
    if (!confirm(fill(words.confirm_delete, { name: nameNow() }))) return;
    guide.remove();
    tell(words.run_deleted);
  }

  function save() {
    const run = ss.run.clean({ ...guide.run(), name: nameNow() });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([ss.run.toFile(run, guide.id)], { type: "application/json" }));
    link.download = `${guide.id}-${guide.current()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(words.run_saved);
  }

  async function open() {
    const [chosen] = file.files;
    if (!chosen) return;
    const taken = chosen.size > LARGEST ? { error: words.run_unknown } : ss.run.fromFile(await chosen.text(), guide.id);
    file.value = "";
    if (!taken.error) guide.add(taken.run);
    tell(taken.error || fill(words.run_opened, { name: nameNow() }));
  }

  async function share() {
    const url = new URL(location.href);
    url.hash = `run=${ss.run.toLink({ ...guide.run(), name: nameNow() }, guide.id)}`;
    tell((await ss.copied(url.href)) ? words.link_copied : words.no_copy);
  }

  /* A link with a run in it is asked about before anything is kept, and never lays itself over a run of one's own. */
  function offered() {
    const [, letters] = LINK.exec(location.hash) || [];
    if (!letters) return;
    history.replaceState(null, "", location.pathname + location.search);
    const taken = ss.run.fromLink(letters, guide.id);
    const dialog = ss.part("offer");
    const text = dialog.querySelector("[data-ss-text]");
    if (taken.error) text.textContent = taken.error;
    else text.textContent = offer(taken.run);
    dialog.querySelector("[data-ss-take]").hidden = Boolean(taken.error);
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "take") guide.add(taken.run);
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  function offer(run) {
    const done = guide.steps.filter((box) => run.ticks[box.dataset.ssTick]?.state === "done").length;
    return fill(words.run_offered, { name: run.name || words.run_unnamed, count: ss.count(done, guide.steps.length) });
  }

  select.addEventListener("change", () => guide.enter(select.value));
  name.addEventListener("change", rename);
  file.addEventListener("change", open);
  control("new").addEventListener("click", add);
  control("delete").addEventListener("click", remove);
  control("save").addEventListener("click", save);
  control("open").addEventListener("click", () => file.click());
  control("share").addEventListener("click", share);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  document.addEventListener("DOMContentLoaded", () => {
    panel.hidden = guide.steps.length === 0;
    offered();
  });
  addEventListener("hashchange", offered);
  guide.shown.push(show);
})(window.stepsheet);
