/* Ticks, progress, copying, zoom, print.
 *
 * The page is complete without this script: it only reveals what needs it. Ticks are kept in this browser, one entry a
 * guide, shared by all languages of the site; nothing else is stored and nothing is sent. Words come from the page. */
(() => {
  "use strict";

  const words = JSON.parse(document.getElementById("stepsheet-words")?.textContent || "{}");
  const head = document.querySelector("[data-ss-guide]");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const number = (() => {
    try {
      const format = new Intl.NumberFormat(document.documentElement.lang);
      return (value) => format.format(value);
    } catch {
      return String;
    }
  })();
  const count = (done, total) => words.count.replace("{done}", number(done)).replace("{total}", number(total));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /* One polite voice for what only changes on screen. */
  const voice = document.createElement("div");
  voice.className = "ss-hidden";
  voice.setAttribute("role", "status");
  document.body.append(voice);

  /* -- Storage: every access may be refused, and the page goes on without ------------------------------------------ */

  const key = (root, guide) => `stepsheet:${new URL(root, location.href).pathname}${guide}`;

  function refused() {
    const note = document.querySelector("[data-ss-storage]");
    if (note && !note.textContent) note.textContent = words.no_storage;
  }

  function stored(name) {
    try {
      const found = JSON.parse(localStorage.getItem(name) || "{}");
      return (kind) => new Set(Array.isArray(found?.[kind]) ? found[kind] : []);
    } catch (error) {
      if (!(error instanceof SyntaxError)) refused();
      return () => new Set();
    }
  }

  function store(name, ticks) {
    try {
      if (Object.keys(ticks).length) localStorage.setItem(name, JSON.stringify(ticks));
      else localStorage.removeItem(name);
    } catch {
      refused();
    }
  }

  /* -- A guide: its boxes, its counts, the way to the next step ---------------------------------------------------- */

  function guide() {
    const name = key(head.dataset.ssRoot, head.dataset.ssGuide);
    const boxes = all("[data-ss-tick]");
    const steps = boxes.filter((box) => box.dataset.ssKind === "step");
    const dock = document.querySelector("[data-ss-dock]");
    const next = dock.querySelector("[data-ss-next]");
    const reset = document.querySelector("[data-ss-reset]");

    /* A step is done after its sub-steps, so it comes after them. */
    const order = all(".ss-section > .ss-steps > .ss-step").flatMap((step) => {
      const [own, ...parts] = all("[data-ss-kind=step]", step);
      return [...parts, own];
    });
    const open = () => order.find((box) => !box.checked);

    function load() {
      const ticked = stored(name);
      for (const box of boxes) box.checked = ticked(box.dataset.ssKind).has(box.dataset.ssTick);
    }

    function save() {
      const ticks = {};
      for (const box of boxes) if (box.checked) (ticks[box.dataset.ssKind] ||= []).push(box.dataset.ssTick);
      store(name, ticks);
    }

    function say(target, text) {
      if (target.textContent !== text) target.textContent = text;
    }

    function show() {
      const done = steps.filter((box) => box.checked).length;
      for (const meter of all("progress.ss-meter")) meter.value = done;
      for (const place of all("[data-ss-progress] [data-ss-count], [data-ss-dock] [data-ss-count]"))
        say(place, count(done, steps.length));
      for (const section of all("[data-ss-section]")) {
        const own = all("[data-ss-kind=step]", section);
        const ticked = own.filter((box) => box.checked).length;
        const complete = own.length > 0 && ticked === own.length;
        const place = section.querySelector("[data-ss-count]");
        if (place) say(place, count(ticked, own.length));
        section.toggleAttribute("data-ss-complete", complete);
        for (const link of all(".md-nav--secondary .md-nav__link"))
          if (decodeURIComponent(link.hash) === `#${section.dataset.ssSection}`)
            link.toggleAttribute("data-ss-complete", complete);
      }
      const current = open();
      for (const step of all("[data-ss-current]")) step.removeAttribute("data-ss-current");
      current?.closest(".ss-step").setAttribute("data-ss-current", "");
      say(next.querySelector("span"), current ? words.next : words.all_done);
      dock.toggleAttribute("data-ss-complete", !current);
      reset.disabled = !boxes.some((box) => box.checked);
    }

    function go(target, focus) {
      target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
      focus?.focus({ preventScroll: true });
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

    document.addEventListener("change", (event) => {
      if (!event.target.matches("[data-ss-tick]")) return;
      save();
      show();
    });
    addEventListener("storage", (event) => {
      if (event.key !== null && event.key !== name) return;
      load();
      show();
    });
    next.addEventListener("click", () => {
      const box = open();
      if (box) go(box.closest(".ss-step").querySelector(".ss-warning, .ss-step__row"), box);
      else go(document.querySelector(".ss-end"));
    });
    reset.addEventListener("click", () => {
      if (!confirm(words.confirm_reset)) return;
      for (const box of boxes) box.checked = false;
      save();
      show();
      head.querySelector("h1").scrollIntoView({ block: "center" });
    });

    load();
    place();
    show();
    for (const part of [dock, document.querySelector("[data-ss-progress]")]) part.hidden = steps.length === 0;
  }

  /* -- Cards: how far a guide was taken ---------------------------------------------------------------------------- */

  function cards() {
    for (const card of all("[data-ss-card]")) {
      const root = card.closest("[data-ss-root]") || head;
      if (!root) continue;
      const total = Number(card.dataset.ssTotal);
      const done = Math.min(stored(key(root.dataset.ssRoot, card.dataset.ssCard))("step").size, total);
      const place = card.querySelector(".ss-card__progress");
      place.hidden = done === 0;
      place.textContent = done === total ? words.all_done : count(done, total);
      place.toggleAttribute("data-ss-complete", done === total);
    }
  }

  /* -- Copying ------------------------------------------------------------------------------------------------------ */

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      /* Not a secure page, or not allowed: the old way, which needs something selected. */
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "ss-hidden";
      document.body.append(area);
      area.select();
      const worked = document.execCommand("copy");
      area.remove();
      return worked;
    }
  }

  async function copy(button) {
    const worked = await copied(button.dataset.ssCopy);
    const text = worked ? words.copied : words.no_copy;
    const label = button.querySelector("span");
    button.focus();
    button.toggleAttribute("data-ss-copied", worked);
    label.textContent = voice.textContent = text;
    setTimeout(() => {
      button.removeAttribute("data-ss-copied");
      label.textContent = words.copy;
      voice.textContent = "";
    }, 2500);
  }

  /* -- Pictures ------------------------------------------------------------------------------------------------------ */

  let dialog;

  function zoom(link) {
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "ss-zoom";
      dialog.setAttribute("aria-label", words.enlarge);
      dialog.addEventListener("click", () => dialog.close());
      document.body.append(dialog);
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "ss-button ss-zoom__close";
    close.textContent = words.close;
    const frame = link.closest(".ss-figure__frame").cloneNode(true);
    frame.querySelector("a").replaceWith(frame.querySelector("img"));
    const img = frame.querySelector("img");
    frame.style.setProperty("--ss-ratio", img.getAttribute("width") / img.getAttribute("height"));
    dialog.replaceChildren(frame, close);
    dialog.showModal();
  }

  /* -- Printing: a picture not scrolled to yet must be on the paper too ---------------------------------------------- */

  async function print() {
    await Promise.all(
      all("img[loading=lazy]").map((img) => {
        img.loading = "eager";
        return img.decode().catch(() => {});
      }),
    );
    window.print();
  }

  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target.closest?.("[data-ss-copy], [data-ss-zoom], [data-ss-print]");
    if (!target) return;
    if (target.matches("[data-ss-zoom]")) {
      if (!window.HTMLDialogElement) return;
      event.preventDefault();
      zoom(target);
    } else if (target.matches("[data-ss-print]")) print();
    else copy(target);
  });

  for (const button of all("[data-ss-copy]")) button.hidden = false;
  for (const button of all("[data-ss-print]")) button.closest("li").hidden = false;

  /* Names that the theme leaves out. */
  document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", words.search);
  document.querySelector("form[data-md-component=palette]")?.setAttribute("aria-label", words.theme);

  if (head) guide();
  cards();
})();
