/* Keeps the pages that were visited, for when there is no network.
 *
 * The network is asked first, always: what is kept is shown only when it does not answer. Each build has a worker of its
 * own, which fetches anew what the one before it kept. */
"use strict";

const OURS = `stepsheet ${registration.scope} `;
const CACHE = `${OURS}{version}`;

async function keep(request, response) {
  const cache = await caches.open(CACHE);
  if (response.status === 200 && response.type === "basic") await cache.put(request, response);
  else if (response.status === 404 || response.status === 410) await cache.delete(request);
}

async function answer(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(event.request, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(event.request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function fetched(url) {
  await keep(url, await fetch(url, { cache: "no-cache" }));
}

async function renew() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const requests = await (await caches.open(name)).keys();
    await Promise.allSettled(requests.map((request) => fetched(request.url)));
    await caches.delete(name);
  }
  await clients.claim();
}

const isOurs = (url) => url.startsWith(registration.scope);

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(renew()));
addEventListener("message", (event) => {
  event.waitUntil(Promise.allSettled(event.data.filter(isOurs).map((url) => fetched(url.split("#")[0]))));
});
addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  if (method === "GET" && isOurs(url) && !headers.has("range")) event.respondWith(answer(event));
});
