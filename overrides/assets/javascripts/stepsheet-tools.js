/* Copying, zoom, print, and names that the theme leaves out. */
((ss) => {
  "use strict";

  const { all, words } = ss;

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
    label.textContent = text;
    ss.announce(text);
    setTimeout(() => {
      button.removeAttribute("data-ss-copied");
      label.textContent = words.copy;
      ss.announce("");
    }, 2500);
  }

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

  /* A picture not scrolled to yet must be on the paper too. */
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

  ss.copied = copied;
})(window.stepsheet);
