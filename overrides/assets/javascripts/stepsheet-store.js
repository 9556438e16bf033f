/* Where runs are kept: one entry a guide in this browser, shared by all languages of the site.
 *
 * `{version, current, runs: {id: run}}`; a run here has `progress` too, for the cards of the home page. Entries without
 * a version were written before there were runs: lists of ticked anchors by kind. Every access may be refused; then
 * the page goes on with what it has, and says so. */
((ss) => {
  "use strict";

  const VERSION = 1;
  const RUN_ID = /^[a-z0-9]{1,32}$/;
  const KINDS = ["step", "field", "need"];

  /* What could not be stored lives as long as the page. */
  const memory = new Map();

  const key = (root, guide) => `stepsheet:${new URL(root, location.href).pathname}${guide}`;
  const newRun = () => ({ name: "", created: new Date().toISOString(), ticks: ss.run.table(), options: ss.run.table() });

  /* A run that nobody named is called by its number, in the language of the page. */
  const nameOf = (id, run) => run.name || ss.fill(ss.words.run_name, { number: ss.number(Number(id.slice(1)) || 1) });

  function refused(why) {
    const note = document.querySelector("[data-ss-storage]");
    if (note && !note.textContent) note.textContent = why;
  }

  function newId(runs) {
    for (let number = Object.keys(runs).length + 1; ; number++) if (!runs[`r${number}`]) return `r${number}`;
  }

  function empty() {
    return { version: VERSION, current: "r1", runs: ss.run.table([["r1", newRun()]]) };
  }

  function progressOf(raw) {
    const [done, total] = [raw?.done, raw?.total];
    return Number.isInteger(done) && Number.isInteger(total) && done >= 0 && done <= total ? { done, total } : undefined;
  }

  function cleaned(found) {
    const runs = ss.run.table();
    for (const [id, raw] of Object.entries(found.runs || {})) {
      if (!RUN_ID.test(id)) continue;
      runs[id] = ss.run.clean(raw);
      const progress = progressOf(raw?.progress);
      if (progress) runs[id].progress = progress;
    }
    const ids = Object.keys(runs);
    if (!ids.length) return empty();
    return { version: VERSION, current: ids.includes(found.current) ? found.current : ids[0], runs };
  }

  function migrated(found) {
    const data = empty();
    const lists = KINDS.map((kind) => (Array.isArray(found?.[kind]) ? found[kind] : []));
    const ticks = lists.flat().map((anchor) => [String(anchor), { state: "done" }]);
    Object.assign(data.runs.r1, ss.run.clean({ ...data.runs.r1, ticks: Object.fromEntries(ticks) }));
    if (lists[0].length) data.runs.r1.before = lists[0].length;
    return data;
  }

  function parsed(text) {
    try {
      return JSON.parse(text || "{}");
    } catch {
      return {};
    }
  }

  function read(name) {
    if (memory.has(name)) return memory.get(name);
    let found;
    try {
      found = parsed(localStorage.getItem(name));
    } catch {
      refused(ss.words.no_storage);
      memory.set(name, empty());
      return memory.get(name);
    }
    if (found?.version > VERSION) {
      refused(ss.words.newer_storage);
      memory.set(name, empty());
      return memory.get(name);
    }
    return found?.version ? cleaned(found) : migrated(found);
  }

  /* A run that nobody has touched is not worth an entry. */
  function isUntouched(data) {
    const runs = Object.values(data.runs);
    const [only] = runs;
    return runs.length === 1 && !only.name && ![only.ticks, only.options].some((it) => Object.keys(it)[0]);
  }

  function write(name, data) {
    if (memory.has(name)) return;
    try {
      if (isUntouched(data)) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(data));
    } catch {
      refused(ss.words.no_storage);
      memory.set(name, data);
    }
  }

  /* Two tabs may be in two runs: which one a tab is in is its own, and a new tab takes the one chosen last. */
  function chosen(name, data) {
    let own = null;
    try {
      own = sessionStorage.getItem(name);
    } catch {
      /* then the tab forgets it at the next reload */
    }
    return own in data.runs ? own : data.current;
  }

  function choose(name, id) {
    try {
      sessionStorage.setItem(name, id);
    } catch {
      /* as above */
    }
  }

  ss.store = { key, read, write, chosen, choose, newRun, newId, nameOf };
})(window.stepsheet);
