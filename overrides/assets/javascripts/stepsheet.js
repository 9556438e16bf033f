/* What the scripts of a page share.
 *
 * The page is complete without them: they only reveal what needs them. Each is one concern and hangs on this object;
 * they run in the order of their tags, and what waits for all of them waits for DOMContentLoaded. They are plain
 * scripts, no modules, so that a copy opened from a disk works. Words come from the page, nothing is ever sent. */
(() => {
  "use strict";

  const words = JSON.parse(document.getElementById("stepsheet-words")?.textContent || "{}");
  const locale = document.documentElement.lang;

  function localized(make) {
    try {
      return make(locale);
    } catch {
      return make("en"); /* a language that this browser does not know */
    }
  }

  /* The digits of the page and of the sheet, whatever a browser takes for the digits of its language. */
  const format = localized((lang) => new Intl.NumberFormat(lang, { numberingSystem: "latn" }));
  const rules = localized((lang) => new Intl.PluralRules(lang));
  const number = (value) => format.format(value);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* A text with its `{places}` filled in. */
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const plural = (forms, value) => fill(forms[rules.select(value)] ?? forms.other, { num: number(value) });
  const count = (done, total) => fill(words.count, { done: number(done), total: number(total) });

  function say(target, text) {
    if (target && target.textContent !== text) target.textContent = text;
  }

  /* One polite voice for what only changes on screen. */
  const voice = document.createElement("div");
  voice.className = "ss-hidden";
  voice.setAttribute("role", "status");
  document.body.append(voice);

  /* A piece of the page that waits in a template. */
  const part = (name) =>
    document.querySelector(`template[data-ss-part="${name}"]`)?.content.firstElementChild.cloneNode(true);

  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function go(target, focus) {
    target?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    focus?.focus({ preventScroll: true });
  }

  window.stepsheet = {
    words,
    locale,
    head: document.querySelector("[data-ss-guide]"),
    all,
    number,
    fill,
    plural,
    count,
    say,
    part,
    go,
    announce: (text) => say(voice, text),
  };
})();
