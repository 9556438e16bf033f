/* Pages without a web server, and without a network.
 *
 * Opened as files, folders have no index: links lead to the file itself, and the search, which a browser refuses to a
 * file, is put away. On the site's own address a worker keeps the pages that were visited. */
(() => {
  "use strict";

  function asFiles() {
    const mend = (link) => {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    };
    for (const link of document.querySelectorAll("a[href]")) mend(link);
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link) mend(link);
    }, true);
    for (const part of document.querySelectorAll('.md-search, .md-header [for="__search"]')) part.style.display = "none";
  }

  /* A preview on another address than the site's leaves nothing behind in the browser. */
  async function keepVisited(worker) {
    const registration = await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
    registration.active?.postMessage([location.href, ...asked]);
  }

  const own = document.querySelector("link[rel=canonical]")?.href;
  const worker = document.getElementById("stepsheet-words")?.dataset.ssWorker;
  if (location.protocol === "file:") asFiles();
  else if (own && worker && new URL(own).origin === location.origin && "serviceWorker" in navigator)
    addEventListener("load", () => keepVisited(worker).catch(() => {}));
})();
