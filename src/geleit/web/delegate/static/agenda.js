// The agenda without network: registers the keeper, shows what is next on the phone's own clock, sends what was read.
"use strict";
(() => {
  const root = document.documentElement;
  const me = document.getElementById("me").dataset;
  const shift = Number(root.dataset.shift || 0) || (me.present ? Date.parse(me.present) - Date.now() : 0);
  const words = JSON.parse(me.words);
  const now = () => Date.now() + shift;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const pending = `geleit acknowledged ${me.base}`;

  if ("serviceWorker" in navigator) navigator.serviceWorker.register(`${me.base}worker.js`, { scope: me.base }).catch(() => null);

  function countdown(card, at) {
    const away = Number(card.dataset.leaves) <= at;
    const goal = Number(away ? card.dataset.start : card.dataset.leaves);
    const what = away ? words.start : card.dataset.what;
    const minutes = Math.round((goal - at) / 60000);
    if (minutes < 1) return words.now.replace("{what}", what);
    const [size, key] = minutes >= 2880 ? [1440, "days"] : minutes >= 120 ? [60, "hours"] : [1, "minutes"];
    const count = Math.round(minutes / size);
    return words[count === 1 ? "minute" : key].replace("{what}", what).replace("{n}", count);
  }

  function tick() {
    const at = now();
    const cards = all(".ag-next");
    const next = cards.find((card) => at < Number(card.dataset.until));
    if (me.copy) choose(cards, next, at);
    const shown = me.copy ? next : cards[0];
    if (!me.copy && shown && at > Number(shown.dataset.until) + 5000) return location.reload();
    if (shown) shown.querySelector("[data-count]").textContent = countdown(shown, at);
  }

  function choose(cards, next, at) {
    cards.forEach((card) => { card.closest(".ph-sec").hidden = card !== next; });
    document.getElementById("over").hidden = Boolean(next);
    all(".ag-it").forEach((row) => {
      const isNext = Boolean(next) && row.dataset.entry === next.dataset.entry;
      row.toggleAttribute("data-next", isNext);
      row.toggleAttribute("data-past", !isNext && Number(row.dataset.end) <= at);
    });
    const days = all(".ag-day");
    const today = days.find((day) => dayIn(day.dataset.zone, at) === day.dataset.date);
    const day = today || days.find((one) => Number(one.dataset.end) > at) || days[days.length - 1];
    days.forEach((one) => { one.hidden = one !== day; });
    all("[data-today]").forEach((word) => { word.hidden = !today; });
  }

  function dayIn(zone, at) {
    return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
  }

  function sayKept() {
    const bar = document.querySelector(".ph-off");
    const isCopy = Boolean(root.dataset.kept);
    bar.hidden = !isCopy && navigator.onLine;
    if (bar.hidden) return;
    const at = isCopy ? Number(root.dataset.kept) + shift : Date.parse(me.present);
    const form = { timeZone: me.zone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
    bar.querySelector("span").textContent = me.kept.replace("{at}", new Intl.DateTimeFormat(root.lang, form).format(at));
  }

  const stored = () => { try { return localStorage.getItem(pending); } catch { return null; } };
  const store = (value) => { try { value ? localStorage.setItem(pending, value) : localStorage.removeItem(pending); } catch { /* kept in the page alone */ } };

  async function send(number) {
    const body = new URLSearchParams({ version: number });
    const answer = await fetch(`${me.base}acknowledge/`, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.status < 500) store(null);
    return answer.ok;
  }

  function acknowledged(form, key) {
    form.querySelector("button").hidden = true;
    form.querySelector("[role=status]").textContent = form.dataset[key];
  }

  all("form[data-acknowledge]").forEach((form) => {
    const number = form.elements.version.value;
    if (stored() === number) acknowledged(form, "later");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      store(number);
      const sent = navigator.onLine ? send(number) : Promise.reject(new Error("offline"));
      sent.then((ok) => (ok ? acknowledged(form, "done") : form.submit()), () => acknowledged(form, "later"));
    });
  });

  function catchUp() {
    sayKept();
    const number = stored();
    if (number && navigator.onLine) send(number).then((ok) => { if (ok) all("form[data-acknowledge]").forEach((form) => acknowledged(form, "done")); }, () => null);
  }

  // What cannot be sent later is not sent at all, and stays as it was typed.
  all("form[data-online]").forEach((form) => form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    form.querySelector("[role=alert]").textContent = me.unsent;
  }));

  window.addEventListener("online", catchUp);
  window.addEventListener("offline", sayKept);
  catchUp();
  tick();
  setInterval(tick, 20000);
})();
