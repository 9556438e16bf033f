/* A run of a guide as a value: what may be in it, as a file and as a link.
 *
 * A run is `{name, created, ticks, options}`; `ticks` has by the anchor of a step, field or need `{state, reason,
 * revision, locale, at, do}`, of which only `state` is always there. What comes from outside is rebuilt key by key:
 * nothing else of it is ever kept. */
((ss) => {
  "use strict";

  const FORMAT = "stepsheet-run";
  const VERSION = 1;
  const MOST_TICKS = 5000;
  const STATES = ["done", "skipped"];
  const ID = /^[a-z][a-z0-9-]{0,63}$/;
  const ANCHOR = /^[a-z][a-z0-9-]{0,63}(?:\.[a-z][a-z0-9-]{0,63}){0,5}$/;
  const REVISION = /^[0-9a-f]{6}$/;
  const DAY = /^\d{4}-\d\d-\d\d(?:T[\d:.]{4,15}Z)?$/;
  const LOCALE = /^[A-Za-z0-9-]{2,35}$/;

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const matching = (pattern) => (value) => (typeof value === "string" && pattern.test(value) ? value : "");
  const line = (most) => (value) =>
    typeof value === "string" ? [...value.replace(/\s+/g, " ").trim()].slice(0, most).join("") : "";
  const KEYS = {
    reason: line(200),
    revision: matching(REVISION),
    locale: matching(LOCALE),
    at: matching(DAY),
    do: line(2000),
  };

  function cleanTick(raw) {
    if (!isObject(raw) || !STATES.includes(raw.state)) return null;
    const kept = Object.entries(KEYS).map(([key, clean]) => [key, clean(raw[key])]);
    return { state: raw.state, ...Object.fromEntries(kept.filter(([, value]) => value)) };
  }

  /* A table without the names that every object has. */
  const table = (pairs = []) => Object.assign(Object.create(null), Object.fromEntries(pairs));
  const entries = (value) => (isObject(value) ? Object.entries(value).slice(0, MOST_TICKS) : []);

  /* The run in what was read; whatever does not belong there is left out. */
  function clean(raw) {
    const ticks = entries(raw?.ticks).map(([anchor, tick]) => [anchor, ANCHOR.test(anchor) && cleanTick(tick)]);
    const options = entries(raw?.options).filter(([option, answer]) => ID.test(option) && matching(ID)(answer));
    return {
      name: line(80)(raw?.name),
      created: matching(DAY)(raw?.created),
      ticks: table(ticks.filter(([, tick]) => tick)),
      options: table(options),
    };
  }

  /* Why what was read is no run of this guide, in words; empty when it is one. */
  function fault(found, guide) {
    const { words, fill } = ss;
    if (!isObject(found) || found.format !== FORMAT || !isObject(found.run)) return words.run_unknown;
    if (!Number.isInteger(found.version) || found.version < 1) return words.run_unknown;
    if (found.version > VERSION) return words.run_newer;
    if (found.guide !== guide) return fill(words.run_of_another, { guide: line(64)(String(found.guide)) });
    if (!isObject(found.run.ticks)) return fill(words.run_damaged, { place: "ticks" });
    const odd = Object.entries(found.run.ticks).find(([anchor, tick]) => !ANCHOR.test(anchor) || !cleanTick(tick));
    return odd ? fill(words.run_damaged, { place: line(80)(odd[0]) }) : "";
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  function taken(found, guide) {
    const error = fault(found, guide);
    return error ? { error } : { run: clean(found.run) };
  }

  const toFile = (run, guide) => `${JSON.stringify({ format: FORMAT, version: VERSION, guide, run }, null, 2)}\n`;

  /* In a link every letter counts: short keys, and neither days nor former words. */
  function toLink(run, guide) {
    const ticks = Object.entries(run.ticks).map(([anchor, tick]) => {
      const short = [STATES.indexOf(tick.state), tick.revision || "", tick.reason || ""];
      while (!short.at(-1) && short.length > 1) short.pop();
      return [anchor, short];
    });
    const compact = { v: VERSION, g: guide, n: run.name, l: ss.locale, o: run.options, t: Object.fromEntries(ticks) };
    const bytes = new TextEncoder().encode(JSON.stringify(compact));
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  function fromLink(letters, guide) {
    let compact = null;
    try {
      const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
      compact = parsed(new TextDecoder().decode(bytes));
    } catch {
      /* no base64 */
    }
    if (!isObject(compact) || !isObject(compact.t)) return { error: ss.words.run_unknown };
    const ticks = Object.entries(compact.t).map(([anchor, short]) => [
      anchor,
      { state: STATES[short?.[0]], revision: short?.[1], reason: short?.[2], locale: compact.l },
    ]);
    const run = { name: compact.n, ticks: Object.fromEntries(ticks), options: compact.o };
    return taken({ format: FORMAT, version: compact.v, guide: compact.g, run }, guide);
  }

  ss.run = { clean, table, toFile, fromFile: (text, guide) => taken(parsed(text), guide), toLink, fromLink };
})(window.stepsheet);
