// Keeps one person's pages on the phone. SETUP is put before this file by the server: which pages, which files.
"use strict";

const WAIT_MS = 4000;
const KEPT_AT = "Geleit-Kept";
const SHIFT = "Geleit-Shift";

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(event.request));
  else if (event.request.mode === "navigate" && url.pathname.startsWith(SETUP.base)) event.respondWith(page(event, url));
});

async function fill() {
  const cache = await caches.open(SETUP.cache);
  await Promise.all([cache.addAll(SETUP.assets), ...[SETUP.copy, ...SETUP.pages].map((path) => renew(path))]);
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`geleit ${SETUP.base} `) && name !== SETUP.cache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function renew(path) {
  try {
    const answer = await fetch(path, { credentials: "same-origin" });
    if (answer.ok) await keep(path, answer);
  } catch {
    return; // no network: what is kept stays
  }
}

// A copy remembers when it was made, and how far the server's clock is from the phone's.
async function keep(path, answer) {
  const headers = new Headers(answer.headers);
  ["Content-Encoding", "Content-Length"].forEach((name) => headers.delete(name));
  const now = Date.now();
  headers.set(KEPT_AT, String(now));
  headers.set(SHIFT, String((Date.parse(answer.headers.get("Geleit-Present") || "") || now) - now));
  const cache = await caches.open(SETUP.cache);
  await cache.put(path, new Response(await answer.blob(), { headers }));
}

async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) || fetch(request);
}

async function page(event, url) {
  const path = url.pathname;
  const isKept = SETUP.pages.includes(path);
  const asked = self.navigator.onLine ? fetch(event.request) : Promise.reject(new Error("offline"));
  try {
    const answer = await Promise.race([asked, isKept ? late() : asked]);
    if (answer.status >= 500 && isKept) throw new Error("server");
    if (path === SETUP.base && (answer.status === 404 || answer.status === 410)) event.waitUntil(forget());
    else if (answer.ok && isKept && !url.search) event.waitUntil(Promise.all([keep(path, answer.clone()), path === SETUP.base ? renew(SETUP.copy) : null]));
    return answer;
  } catch (error) {
    asked.catch(() => null);
    return (await kept(path)) || asked;
  }
}

function late() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("late")), WAIT_MS));
}

// A copy says that it is one: the page's script finds time and clock at its root.
async function kept(path) {
  const found = await caches.match(path === SETUP.base ? SETUP.copy : path, { cacheName: SETUP.cache, ignoreVary: true });
  if (!found) return null;
  const mark = `<html data-kept="${found.headers.get(KEPT_AT)}" data-shift="${found.headers.get(SHIFT)}"`;
  const text = (await found.text()).replace("<html", mark);
  return new Response(text, { headers: found.headers });
}

// The link was taken back: nothing of the person stays on the phone.
async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`geleit ${SETUP.base} `)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
