/* The board in the hand: cards dragged or moved by keys, the checker's answer at once, a drop that is saved or stays
   in the hand when the connection is lost. Everything here can also be done by the forms behind the cards. */
"use strict";
(() => {
  const board = document.getElementById("board");
  if (!board) return;
  const say = document.getElementById("say");
  const words = {};
  document.getElementById("words").content.querySelectorAll("i").forEach((one) => { words[one.dataset.w] = one.textContent; });
  const may = "edit" in board.dataset;
  const KEPT = `geleit-move-${location.pathname}`;
  const STEP = 15, FINE = 5, WAIT_MS = 60, TURN_MS = 350;
  let hand = null;
  const pad = (number) => String(number).padStart(2, "0");
  const clock = (minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
  const columns = () => [...board.querySelectorAll(".tt-cols[data-date]")];
  const groups = () => Number(getComputedStyle(board).getPropertyValue("--cols")) || 1;
  const names = [...board.querySelectorAll("#bd-group option")].map((one) => one.value).filter(Boolean);

  function tell(text, { bad = false, list = [], actions = [] } = {}) {
    say.textContent = "";
    say.toggleAttribute("data-bad", bad);
    say.append(text);
    if (list.length) {
      const ul = document.createElement("ul");
      list.slice(0, 4).forEach((line) => { const li = document.createElement("li"); li.textContent = line; ul.append(li); });
      say.append(ul);
    }
    actions.forEach(([label, act]) => {
      const button = document.createElement("button");
      button.type = "button"; button.className = "gl-b gl-b--s"; button.textContent = label;
      button.addEventListener("click", act); say.append(" ", button);
    });
  }
  const kept = (value) => {
    try {
      if (value === undefined) return JSON.parse(sessionStorage.getItem(KEPT) || "null");
      if (value === null) sessionStorage.removeItem(KEPT); else sessionStorage.setItem(KEPT, JSON.stringify(value));
    } catch { /* a browser without storage keeps nothing beyond the page */ }
    return null;
  };

  /* ---- saving ---- */
  function form(fields) {
    const data = new URLSearchParams(new FormData(document.getElementById("mover")));
    Object.entries(fields).forEach(([name, value]) => {
      data.delete(name);
      [].concat(value).forEach((one) => data.append(name, one));
    });
    return data;
  }
  async function send(address, fields, label) {
    board.inert = true;
    tell(words.saving);
    try {
      const answer = await fetch(address, { method: "POST", body: form(fields), headers: { "X-Board": "1" } });
      if (answer.redirected || !(answer.headers.get("Content-Type") || "").includes("json")) throw new TypeError("no answer");
      const told = await answer.json();
      if (answer.ok) { kept(null); location.assign(told.href); return; }
      board.inert = false;
      if (answer.status === 409) kept({ fields: { ...fields, at: undefined }, label });
      tell([told.happened, told.holds, told.advice].filter(Boolean).map((part) => part.replace(/\.?$/, ".")).join(" "), {
        bad: true, actions: [[words.reload, () => location.reload()]],
      });
    } catch {
      board.inert = false;
      tell(words.offline, { bad: true, actions: [[words.again, () => send(address, fields, label)], [words.drop, () => tell("")]] });
    }
  }

  /* ---- a card in the hand ---- */
  function lift(card, how) {
    const at = card.closest(".tt-cols");
    const mine = (card.dataset.groups || "").split(" ").filter(Boolean);
    const column = Number(card.style.getPropertyValue("--c")) || 1, span = Number(card.style.getPropertyValue("--n")) || names.length;
    hand = {
      card, how, session: card.dataset.session || "", item: card.dataset.item, length: Number(card.dataset.length) || 90,
      title: (card.querySelector(".long") || card.querySelector("h3") || card).textContent.trim(), minute: Number(card.dataset.start) || 540,
      day: columns().indexOf(at), column, span, groups: mine, moved: false, asked: 0, timer: 0, bad: false,
    };
    if (hand.day < 0) hand.day = 0;
    card.dataset.lifted = "";
    hand.ghost = document.createElement("li");
    hand.ghost.className = "cd cd--ghost"; hand.ghost.setAttribute("aria-hidden", "true");
    hand.ghost.dataset.kind = card.dataset.kind;
    const inner = card.querySelector(".cd__in");
    hand.ghost.innerHTML = inner ? inner.outerHTML : '<article class="cd__in"><div class="cd__b"><h3></h3><p class="t"></p></div></article>';
    hand.ghost.querySelectorAll("a").forEach((one) => one.replaceWith(...one.childNodes));
    if (!inner) hand.ghost.querySelector("h3").textContent = hand.title;
    if (how === "keys") { draw(); tell(words.lifted.replace("{}", hand.title)); }
  }
  function draw() {
    const at = columns()[hand.day];
    if (!at) return;
    const { ghost } = hand;
    ghost.style.cssText = `--s:${hand.minute};--d:${hand.length};--c:${hand.column};--n:${hand.span};--lane:0;--lanes:1`;
    const time = ghost.querySelector(".t");
    if (time) time.textContent = `${clock(hand.minute)}–${clock((hand.minute + hand.length) % 1440)}`;
    if (ghost.parentElement !== at) at.append(ghost);
    if (hand.how === "keys") ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  function wanted() {
    const chosen = hand.changed || !hand.groups.length ? names.slice(hand.column - 1, hand.column - 1 + hand.span) : hand.groups;
    const fields = { session: hand.session, item: hand.item, day: columns()[hand.day].dataset.date, time: clock(hand.minute), groups: chosen };
    return fields;
  }
  function check() {
    draw();
    hand.moved = true;
    clearTimeout(hand.timer);
    hand.timer = setTimeout(async () => {
      const mine = hand, turn = ++hand.asked, query = new URLSearchParams({ at: board.dataset.at });
      Object.entries(wanted()).forEach(([name, value]) => [].concat(value).forEach((one) => query.append(name, one)));
      try {
        const answer = await fetch(`${board.dataset.check}?${query}`, { headers: { "X-Board": "1" } });
        const told = await answer.json();
        if (hand !== mine || turn !== mine.asked) return;
        if (!answer.ok) { mine.bad = true; tell([told.happened, told.holds, told.advice].filter(Boolean).join(". "), { bad: true }); return; }
        mine.bad = !told.ok;
        mine.ghost.toggleAttribute("data-bad", !told.ok);
        mine.said = told.text;
        tell(told.text, { bad: !told.ok, list: told.broken });
      } catch {
        if (hand === mine) tell(words.checking, { bad: true });
      }
    }, WAIT_MS);
  }
  function release() {
    if (!hand) return;
    clearTimeout(hand.timer);
    clearTimeout(hand.waits);
    if (hand.over) delete hand.over.dataset.turning;
    hand.ghost.remove();
    delete hand.card.dataset.lifted;
    hand = null;
  }
  function drop() {
    const fields = wanted(), label = hand.said || hand.title, moved = hand.moved;
    const link = hand.card.querySelector("a");
    release();
    if (moved) send(board.dataset.move, { ...fields, do: "move", at: board.dataset.at }, label);
    else { tell(words.returned); if (link) link.focus(); }
  }
  function giveBack() {
    const link = hand.card.querySelector("a");
    release();
    tell(words.returned);
    if (link) link.focus();
  }
  function shift({ minutes = 0, group = 0, day = 0 }) {
    const at = columns();
    const target = at[hand.day + day];
    if (!target) return;
    hand.day += day;
    const step = Math.abs(minutes) || 1;
    if (minutes) {
      const off = hand.minute % step;
      hand.minute += off && minutes < 0 ? -off : off ? step - off : minutes;
      hand.minute = Math.max(0, Math.min(1440 - FINE, hand.minute));
    }
    if (group && hand.span < groups()) {
      const column = Math.max(1, Math.min(groups() - hand.span + 1, hand.column + group));
      hand.changed = hand.changed || column !== hand.column;
      hand.column = column;
    }
    check();
  }

  /* ---- mouse, pen, finger ---- */
  function spot(event) {
    const at = document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest(".tt-cols[data-date]")).find(Boolean);
    const day = at ? null : document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest(".bd-daynav .bd-day:not([aria-current])")).find(Boolean);
    if (day !== (hand.over || null)) {
      clearTimeout(hand.waits);
      if (hand.over) delete hand.over.dataset.turning;
      hand.over = day;
      const mine = hand;
      if (day) { day.dataset.turning = ""; hand.waits = setTimeout(() => { if (hand === mine && mine.over === day) turn(day); }, TURN_MS); }
    }
    if (!at) return;
    const box = at.getBoundingClientRect();
    const from = Number(at.dataset.from), length = Number(at.dataset.to) - from;
    const step = event.shiftKey ? FINE : STEP;
    const minute = from + ((event.clientY - box.top - hand.grip) / box.height) * length;
    hand.minute = Math.max(0, Math.min(1440 - FINE, Math.round(minute / step) * step));
    hand.day = columns().indexOf(at);
    if (hand.span < groups()) {
      const column = Math.floor(((event.clientX - box.left) / box.width) * groups()) + 1;
      const first = Math.max(1, Math.min(groups() - hand.span + 1, column));
      hand.changed = hand.changed || first !== hand.column;
      hand.column = first;
    }
    const place = `${hand.day} ${hand.minute} ${hand.column}`;
    if (place !== hand.place) { hand.place = place; check(); }
  }
  if (may) {
    let start = null;
    board.addEventListener("pointerdown", (event) => {
      const card = event.target.closest(".cd[data-session], .tr-card[data-item]");
      if (event.button || !card || event.target.closest(".tr-acts") || hand || event.pointerType === "touch") return;
      start = { card, x: event.clientX, y: event.clientY, grip: card.matches(".cd") ? event.clientY - card.getBoundingClientRect().top : 8 };
    });
    addEventListener("pointermove", (event) => {
      if (start && !hand && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 6) {
        lift(start.card, "mouse");
        hand.grip = start.grip;
        if (start.card.matches(".tr-card")) hand.span = 1;
        document.body.style.userSelect = "none";
      }
      if (hand && hand.how === "mouse") spot(event);
    });
    addEventListener("pointerup", () => {
      start = null;
      document.body.style.userSelect = "";
      if (hand && hand.how === "mouse") {
        const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
        addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => removeEventListener("click", stop, { capture: true }), 0);
        drop();
      }
    });
    addEventListener("pointercancel", () => { start = null; if (hand && hand.how === "mouse") giveBack(); });
    board.addEventListener("dragstart", (event) => event.preventDefault());
  }

  /* ---- keys ---- */
  const links = (at) => [...at.querySelectorAll('.cd:not([aria-hidden]) .cd__a')];
  function roving(link) {
    const at = link.closest(".tt-cols");
    if (at) links(at).forEach((one) => { one.tabIndex = one === link ? 0 : -1; });
  }
  const ready = () => columns().forEach((at) => links(at).forEach((one, place) => { one.tabIndex = place ? -1 : 0; }));
  ready();
  board.addEventListener("focusin", (event) => { if (event.target.matches(".cd__a")) roving(event.target); });
  function walk(link, key) {
    const at = link.closest(".tt-cols"), all = links(at), place = all.indexOf(link);
    let next = all[place + (key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0)];
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const me = link.closest(".cd").getBoundingClientRect(), sign = key === "ArrowRight" ? 1 : -1;
      const middle = (box) => box.top + box.height / 2;
      next = columns().flatMap(links).filter((one) => sign * (one.closest(".cd").getBoundingClientRect().left - me.left) > 8)
        .sort((one, other) => {
          const far = (l) => { const b = l.closest(".cd").getBoundingClientRect(); return Math.abs(b.left - me.left) + 4 * Math.abs(middle(b) - middle(me)); };
          return far(one) - far(other);
        })[0];
    }
    if (next) { roving(next); next.focus(); }
  }
  const ARROWS = { ArrowUp: { minutes: -1 }, ArrowDown: { minutes: 1 }, ArrowLeft: { group: -1 }, ArrowRight: { group: 1 }, PageUp: { day: -1 }, PageDown: { day: 1 } };
  board.addEventListener("keydown", (event) => {
    const link = event.target.closest(".cd__a");
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (hand) {
      if (ARROWS[key]) {
        const move = { ...ARROWS[key] };
        if (move.minutes) move.minutes *= event.shiftKey ? FINE : STEP;
        if (move.day && !columns()[hand.day + move.day]) far(move.day);
        else shift(move);
      } else if (key === "Enter" || key === "m") drop();
      else if (key === "Escape") giveBack();
      else return;
      event.preventDefault();
      return;
    }
    if (may && key === "z") { const undo = board.querySelector("[data-undo]"); if (undo) { event.preventDefault(); undo.requestSubmit(); } return; }
    if (!link) return;
    const card = link.closest(".cd");
    if (may && key === "m") { lift(card, "keys"); event.preventDefault(); }
    else if (may && key === "p") { send(board.dataset.move, { session: card.dataset.session, item: card.dataset.item, do: "pinned" in card.dataset ? "unpin" : "pin", at: board.dataset.at }, ""); event.preventDefault(); }
    else if (key.startsWith("Arrow")) { walk(link, key); event.preventDefault(); }
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && hand && hand.how === "mouse") giveBack(); });

  /* a lifted card is carried to a day that the zoom does not show: the days are exchanged under it */
  function far(step) {
    const days = [...board.querySelectorAll(".bd-daynav .bd-day")];
    const shown = days.map((one, place) => (one.hasAttribute("aria-current") ? place : -1)).filter((place) => place >= 0);
    const target = days[(step > 0 ? shown[shown.length - 1] : shown[0]) + step];
    if (target) turn(target);
  }
  async function turn(target) {
    const mine = hand, grid = board.querySelector(".bd-grid");
    if (mine.turning) return;
    mine.turning = true;
    try {
      const answer = await fetch(target.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const there = page.querySelector(".bd-grid"), head = page.querySelector(".bd-tools");
      if (!answer.ok || !there || page.getElementById("board").dataset.at !== board.dataset.at) throw new TypeError("another page");
      if (hand !== mine) return;
      mine.ghost.remove();
      grid.replaceChildren(...there.childNodes);
      if (head) board.querySelector(".bd-tools").replaceChildren(...head.childNodes);
      history.replaceState(null, "", target.href);
      ready();
      const date = new URL(target.href).searchParams.get("day"), at = columns();
      const shown = document.querySelector("#mover [name=day_shown]");
      if (shown && date) shown.value = date;
      mine.day = Math.max(0, at.findIndex((one) => one.dataset.date === date));
      const card = [...board.querySelectorAll(".cd[data-session]")].find((one) => mine.session && one.dataset.session === mine.session);
      if (card) { mine.card = card; card.dataset.lifted = ""; }
      if (mine.how === "keys") { const link = board.querySelector(".bd-daynav [aria-current]"); if (link) link.focus({ preventScroll: true }); }
      check();
    } catch {
      if (hand === mine && mine.how === "keys") leave(target); else tell(words.checking, { bad: true });
    } finally { mine.turning = false; }
  }
  /* where that fails, the page is loaded anew and the card taken up again */
  function leave(target) {
    kept({ carry: { session: hand.session, minute: hand.minute, column: hand.column, span: hand.span, changed: hand.changed, groups: hand.groups, item: hand.item, length: hand.length, title: hand.title, kind: hand.card.dataset.kind } });
    location.assign(target.href);
  }
  function carry(told) {
    const card = [...board.querySelectorAll(".cd[data-session]")].find((one) => one.dataset.session === told.session);
    const link = card ? card.querySelector("a") : board.querySelector(".cd__a, .bd-day[aria-current]");
    const stand = card || Object.assign(document.createElement("li"), { className: "cd" });
    if (!card) { stand.dataset.session = told.session; stand.dataset.item = told.item; stand.dataset.kind = told.kind; stand.dataset.length = told.length; }
    lift(stand, "keys");
    Object.assign(hand, { minute: told.minute, column: told.column, span: told.span, changed: told.changed, groups: told.groups, title: told.title, length: told.length, day: 0 });
    if (!card) { const h3 = hand.ghost.querySelector("h3"); if (h3) h3.textContent = told.title; }
    if (link) link.focus();
    check();
  }

  /* ---- why an item has no place, looked into on demand ---- */
  board.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-why]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = link.closest(".tr-card").querySelector(".tr-deep");
    if (place.dataset.busy === "yes") return;
    place.dataset.busy = "yes";
    place.hidden = false;
    place.textContent = words.looking;
    try {
      let told = { wait: true };
      for (let turn = 0; told.wait && turn < 60; turn += 1) {
        const answer = await fetch(link.href, { headers: { "X-Board": "1" } });
        if (!answer.ok) throw new TypeError("no answer");
        told = await answer.json();
        place.textContent = told.text;
        if (told.wait) await new Promise((go) => { setTimeout(go, 1500); });
      }
      if (told.wait) { place.dataset.busy = ""; return; }
      if (told.lines.length) {
        const ul = document.createElement("ul");
        told.lines.forEach((line) => { const li = document.createElement("li"); li.textContent = line; ul.append(li); });
        place.append(ul);
      }
      link.remove();
      place.tabIndex = -1;
      place.focus();
    } catch { place.textContent = words.unanswered; }
    place.dataset.busy = "";
  });

  /* ---- what runs in the background renews its two pieces, never the cards ---- */
  async function renew() {
    try {
      const query = new URLSearchParams(location.search);
      if (board.dataset.at) query.set("show", board.dataset.at.split(".")[0]); // the cards stay, so the strip speaks of them
      const answer = await fetch(`${board.dataset.status}?${query}`, { headers: { "X-Board": "1" } });
      if (!answer.ok) return setTimeout(renew, 5000);
      const told = await answer.json();
      for (const name of ["strip", "panel"]) {
        const piece = document.getElementById(name);
        const busy = piece.contains(document.activeElement) && told.live;
        if (piece && !busy) piece.innerHTML = told[name];
      }
      if (told.live) setTimeout(renew, 1000);
    } catch { setTimeout(renew, 5000); }
    return null;
  }
  if ("live" in board.dataset) setTimeout(renew, 700);

  /* ---- after loading: the card that was moved has the focus, a move that was not saved is still here ---- */
  const focus = board.dataset.focus && [...board.querySelectorAll(".cd[data-session]")].find((one) => one.dataset.session === board.dataset.focus || one.dataset.item === board.dataset.focus);
  if (focus) { const link = focus.querySelector("a"); if (link) { roving(link); link.focus({ preventScroll: true }); focus.scrollIntoView({ block: "nearest" }); } }
  const before = kept();
  if (before && before.carry && may) { kept(null); carry(before.carry); }
  else if (before && before.fields && may) {
    kept(null);
    tell(words.kept.replace("{}", before.label), { actions: [[words.again, () => send(board.dataset.move, { ...before.fields, at: board.dataset.at }, before.label)], [words.drop, () => tell("")]] });
  }
})();
