/* The moves: tours, people, and items for everyone in other places. Part of search.c. */
#ifndef GELEIT_MOVES_H
#define GELEIT_MOVES_H

#include "crews.h"

/* -- moves ------------------------------------------------------------------------------------------------------------ */

/* Whether all who must go somewhere in a block do, and its sessions for everyone are complete. */
static int is_whole(const Search *s, i32 b) {
  const Trip *t = s->trip;
  i32 words = t->words;
  for (i32 w = 0; w < words; w++) {
    u64 covered = 0;
    for (i32 r = 0; r < s->block[b].count; r++) covered |= s->block[b].run[r].people[w];
    if (forced_in(s, b)[w] & ~covered) return 0;
  }
  for (i32 item = 0; item < t->items; item++) {
    if (!is_joint(s, b, item)) continue;
    u64 going[MOST_WORDS] = {0};
    int headed = !t->needs_head[item];
    for (i32 r = 0; r < s->block[b].count; r++)
      if (visits(t, s->block[b].run[r].tour, item))
        for (i32 w = 0; w < words; w++) going[w] |= s->block[b].run[r].people[w] & t->attends[item * words + w];
    for (i32 h = 0; h < t->heads; h++) headed |= has(going, t->head[h]);
    i32 many = size_of(going, words);
    if (!headed || many < t->fewest[item] || many > t->cap[item]
        || !within(t->required + item * words, going, words)) return 0;
  }
  return 1;
}

static int is_special(const Search *s, i32 b) { return s->special[s->mode[b]]; }

static int has_forced(const Search *s, i32 b) {
  for (i32 w = 0; w < s->trip->words; w++) if (forced_in(s, b)[w]) return 1;
  return 0;
}

/* Put a run in, its people leaving the runs of the block they are in. */
static void bring(Search *s, i32 b, const Run *run) {
  EACH(p, run->people, s->trip->words) {
    i32 home = s->run_of[b * s->trip->people + p];
    if (home >= 0) leave(s, b, home, p);
  }
  put(s, b, run);
}

/* How much the objective may fall in the next move: nothing, or by chance what the temperature allows. */
static i64 allowance(Search *s, double heat) {
  return heat > 0 ? (i64)(-heat * log(share(s) + 1e-300)) : 0;
}

/* What a run adds to the objective, of which `staff` told the gain; NO_CREW where someone who must go stays behind. */
static i64 net(const Search *s, i32 b, const Run *run, i64 gain) {
  const Trip *t = s->trip;
  for (i32 w = 0; w < t->words; w++) {
    u64 due = forced_in(s, b)[w];
    if (!due) continue;
    for (i32 r = 0; r < s->block[b].count; r++) due &= ~s->block[b].run[r].people[w];
    if (due & ~run->people[w]) return NO_CREW;
    gain -= FORCED * __builtin_popcountll(due);
  }
  return gain;
}

/* A crew that adds at least `least`, with a group that is free for it; what it adds, or NO_CREW. */
static i64 crewed(const Search *s, i32 b, i32 tour, i64 least, Run *run) {
  const Trip *t = s->trip;
  if (s->block[b].count >= t->groups || group_of(t, tour) == NOBODY) return NO_CREW;
  i32 seats = t->vehicle[tour] ? t->seats[t->groups - 1] : FAR;
  i64 gain = staff(s, b, tour, seats, run);
  if (gain == NO_CREW || (gain = net(s, b, run, gain)) == NO_CREW || gain < least) return NO_CREW;
  if (spares(s, b, tour, run->size)) return gain;
  if ((seats = seats_for(s, b, tour)) < 0) return NO_CREW;
  gain = staff(s, b, tour, seats, run);
  return gain == NO_CREW ? NO_CREW : net(s, b, run, gain);
}

/* Whether a block is as it must be after a change, beside what was missing and torn before. */
static int holds(const Search *s, i32 b, i32 unmet, i32 torn) {
  if (is_special(s, b) && !is_whole(s, b)) return 0;
  if (count_torn(s) > torn) return 0;
  return count_unmet(s) <= unmet;
}

/* Whether everyone who was in a run of the block and is in doubt about a meal still has it. */
static int all_fed(const Search *s, i32 b, const u64 *people) {
  const Trip *t = s->trip;
  const u64 *lunch = t->doubt + t->block_day[b] * 2 * t->words, *dinner = lunch + t->words;
  for (i32 w = 0; w < t->words; w++) {
    u64 doubt = (lunch[w] | dinner[w]) & people[w];
    for (; doubt; doubt &= doubt - 1) {
      i32 p = (w << 6) + __builtin_ctzll(doubt), r = s->run_of[b * t->people + p];
      if (!is_fed(s, p, b, r < 0 ? -1 : s->block[b].run[r].tour)) return 0;
    }
  }
  return 1;
}

static void note_best(Search *s) {
  if (s->objective <= s->best_objective) return;
  s->best_objective = s->objective;
  memcpy(s->best, s->block, sizeof(Block) * (size_t)s->trip->blocks);
  memcpy(s->best_mode, s->mode, sizeof(i32) * (size_t)s->trip->blocks);
}

static i32 any_tour(Search *s, i32 b, i32 like) {
  const Trip *t = s->trip;
  i32 mode = s->mode[b], from = t->tours_of[mode], many = t->tours_of[mode + 1] - from;
  if (like >= 0 && below(s, 2)) { /* one that shares a visit with it */
    i32 v = t->visits_of[like] + below(s, t->visits_of[like + 1] - t->visits_of[like]);
    i32 at = mode * t->items + t->visit_item[v], n = s->with_of[at + 1] - s->with_of[at];
    return s->with[s->with_of[at] + below(s, n)];
  }
  return from + below(s, many);
}

/* An item of the tour, not one of `like`, that has no more sessions to give at that time, or -1; -2 for several. */
static i32 spent_item(const Search *s, i32 tour, i32 like) {
  const Trip *t = s->trip;
  i32 found = -1;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v];
    if (!s->sessions[item] || (like >= 0 && visits(t, like, item))) continue;
    if (room_at(s, item, t->visit_start[v]) > 0) continue;
    if (found >= 0) return -2;
    found = item;
  }
  return found;
}

typedef struct { Block saved[2]; i32 block[2], count; } Undo;

static void remember(Search *s, Undo *undo, i32 b) {
  for (i32 n = 0; n < undo->count; n++) if (undo->block[n] == b) return;
  undo->block[undo->count] = b;
  Block *saved = &undo->saved[undo->count++];
  saved->count = s->block[b].count;
  memcpy(saved->run, s->block[b].run, sizeof(Run) * (size_t)saved->count);
}

static void undone(Search *s, const Undo *undo) {
  for (i32 n = 0; n < undo->count; n++) /* all out before any is in: who attends what is a bit, not a count */
    while (s->block[undo->block[n]].count) take(s, undo->block[n], s->block[undo->block[n]].count - 1);
  for (i32 n = 0; n < undo->count; n++)
    for (i32 r = 0; r < undo->saved[n].count; r++) put(s, undo->block[n], &undo->saved[n].run[r]);
}

/* Take an item from a run elsewhere: that run goes on without it, or not at all. Returns its block, or -1. */
static i32 rob(Search *s, Undo *undo, i32 item, i32 *instead) {
  const Trip *t = s->trip;
  i32 many = 0, block[MOST_VISITS], run[MOST_VISITS];
  for (i32 h = s->homes_of[item]; h < s->homes_of[item + 1]; h++) {
    i32 b = s->homes[h];
    if (!s->visited[item * t->blocks + b]) continue;
    for (i32 r = 0; r < s->block[b].count && many < MOST_VISITS; r++)
      if (visits(t, s->block[b].run[r].tour, item)) { block[many] = b; run[many++] = r; }
  }
  if (!many) return -1;
  i32 n = below(s, many), b = block[n], tour = s->block[b].run[run[n]].tour;
  if (is_joint(s, b, item)) return -1;
  *instead = -1;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++)
    if (t->visit_item[v] == item) *instead = s->shorter[v];
  remember(s, undo, b);
  take(s, b, run[n]);
  return b;
}

static void people_of(const Block *block, i32 words, u64 *people) {
  for (i32 r = 0; r < block->count; r++)
    for (i32 w = 0; w < words; w++) people[w] |= block->run[r].people[w];
}

static int settled(Search *s, i32 b, const u64 *people) {
  return holds(s, b, s->unmet, s->torn) && all_fed(s, b, people);
}

static int kept(Search *s) {
  s->unmet = count_unmet(s);
  s->torn = count_torn(s);
  return 1;
}

/* Put a tour in the place of run r (its count: beside the runs) of a block, with an item robbed from another run. */
static int try_robbing(Search *s, i32 b, i32 r, i32 tour, i32 item, i64 loss) {
  const Trip *t = s->trip;
  i64 before = s->objective;
  i32 instead = -1;
  u64 touched[MOST_WORDS] = {0}, robbed[MOST_WORDS] = {0};
  Undo undo;
  undo.count = 0;
  remember(s, &undo, b);
  people_of(&undo.saved[0], t->words, touched);
  if (r < undo.saved[0].count) take(s, b, r);
  i32 victim = rob(s, &undo, item, &instead);
  if (undo.count > 1) people_of(&undo.saved[1], t->words, robbed);
  Run run, rest;
  int ok = victim >= 0 && crewed(s, b, tour, INT64_MIN + 1, &run) != NO_CREW;
  if (ok) {
    bring(s, b, &run);
    if (instead >= 0 && crewed(s, victim, instead, 0, &rest) > 0) bring(s, victim, &rest);
    ok = before - s->objective <= loss && settled(s, b, touched) && (victim == b || settled(s, victim, robbed));
  }
  if (ok) return kept(s);
  undone(s, &undo);
  return 0;
}

/* Put a tour, chosen by chance, in the place of a run or beside the runs of a block; kept or undone. */
static int try_tour(Search *s, i32 b, double heat) {
  const Trip *t = s->trip;
  Block *block = &s->block[b];
  i32 many = t->tours_of[s->mode[b] + 1] - t->tours_of[s->mode[b]], count = block->count;
  if (!many) return 0;
  i32 r = below(s, count + 1);
  if (r == count && count >= t->groups) r = below(s, count);
  i32 like = r < count ? block->run[r].tour : -1;
  i32 tour = any_tour(s, b, like), spent;
  if (tour == like || (spent = spent_item(s, tour, like)) == -2) return 0;
  i64 loss = allowance(s, heat), before = s->objective;
  if (spent >= 0) return try_robbing(s, b, r, tour, spent, loss);
  Undo undo;
  undo.count = 0;
  remember(s, &undo, b);
  if (r < count) take(s, b, r);
  Run run;
  if (crewed(s, b, tour, before - s->objective - loss, &run) == NO_CREW) {
    if (r < count) put(s, b, &undo.saved[0].run[r]);
    return 0;
  }
  u64 touched[MOST_WORDS] = {0};
  people_of(&undo.saved[0], t->words, touched);
  bring(s, b, &run);
  if (before - s->objective <= loss && settled(s, b, touched)) return kept(s);
  undone(s, &undo);
  return 0;
}

static int try_without(Search *s, i32 b, double heat) {
  if (!s->block[b].count) return 0;
  i64 before = s->objective;
  i32 r = below(s, s->block[b].count);
  Run run = s->block[b].run[r];
  take(s, b, r);
  if (before - s->objective <= allowance(s, heat) && settled(s, b, run.people)) return kept(s);
  put(s, b, &run);
  return 0;
}

/* Whether a person may make the tour of a run in a block, beside the person's other tours. */
static int can_join(const Search *s, i32 b, const Run *run, i32 p) {
  const Trip *t = s->trip;
  i32 tour = run->tour;
  if (!has(t->allowed + tour * (i64)t->words, p)) return 0;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++)
    if (has(s->attended + t->visit_item[v] * t->words, p)) return 0;
  for (i32 k = s->rival_of[b]; k < s->rival_of[b + 1]; k++)
    if (s->run_of[s->rival[k] * t->people + p] >= 0) return 0;
  for (i32 k = s->near_of[b]; k < s->near_of[b + 1]; k++) {
    i32 o = s->near[k], r = s->run_of[o * t->people + p];
    if (r >= 0 && !goes_with(t, b, tour, o, s->block[o].run[r].tour)) return 0;
  }
  u64 follows[MOST_WORDS];
  followers(s, b, tour, run->interpreter, follows);
  return has(follows, p) && is_fed(s, p, b, tour);
}

static int has_room(const Search *s, i32 b, i32 r) {
  const Trip *t = s->trip;
  const Run *run = &s->block[b].run[r];
  for (i32 v = t->visits_of[run->tour]; v < t->visits_of[run->tour + 1]; v++)
    if (!fits_host(s, t->visit_item[v])) return 0;
  if (!t->vehicle[run->tour] || run->size <= t->seats[0]) return 1;
  return run->size <= t->seats[t->groups - 1] && spares(s, b, -1, 0);
}

static int may_go(const Search *s, i32 b, i32 r, i32 p) {
  u64 alone[MOST_WORDS] = {0};
  add(alone, p);
  return may_leave(s, b, r, alone);
}

/* Move a person to another run of a block or out of it, or let two people swap; kept or undone. */
static int try_person(Search *s, i32 b, double heat) {
  const Trip *t = s->trip;
  Block *block = &s->block[b];
  if (!block->count) return 0;
  i32 p = below(s, t->people), from = s->run_of[b * t->people + p], to = below(s, block->count + 1) - 1, q = -1;
  if (from == to) return 0;
  int forced = has(forced_in(s, b), p);
  if ((forced && to < 0) || (from >= 0 && has(block->run[from].locked, p))) return 0;
  if (to >= 0 && !has(t->allowed + block->run[to].tour * (i64)t->words, p)) return 0;
  i64 before = s->objective, loss = allowance(s, heat);
  if (to >= 0 && below(s, 2)) { /* someone of that run takes the place left */
    i32 nth = below(s, block->run[to].size), n = 0;
    EACH(x, block->run[to].people, t->words) if (n++ == nth) q = x;
    if (q >= 0 && has(block->run[to].locked, q)) q = -1;
    if (q >= 0 && from < 0 && has(forced_in(s, b), q)) q = -1;
  }
  if (q < 0 && from >= 0 && !may_go(s, b, from, p)) return 0;
  if (from >= 0) leave(s, b, from, p);
  if (q >= 0) leave(s, b, to, q);
  int ok = to < 0 || can_join(s, b, &block->run[to], p);
  if (ok && to >= 0) join(s, b, to, p);
  int joined = ok && to >= 0, swapped = 0;
  if (ok && q >= 0 && from >= 0) {
    ok = can_join(s, b, &block->run[from], q);
    if (ok) { join(s, b, from, q); swapped = 1; }
  }
  if (ok) ok = before - s->objective <= loss;
  if (ok && to < 0) ok = is_fed(s, p, b, -1);
  if (ok && q >= 0 && from < 0) ok = is_fed(s, q, b, -1);
  if (ok && to >= 0) ok = has_room(s, b, to);
  if (ok && swapped) ok = has_room(s, b, from);
  if (ok && q >= 0) {
    u64 none[MOST_WORDS] = {0};
    ok = may_leave(s, b, to, none) && (from < 0 || may_leave(s, b, from, none));
  }
  if (ok && is_special(s, b)) ok = is_whole(s, b);
  if (ok) return 1;
  if (swapped) leave(s, b, from, q);
  if (joined) leave(s, b, to, p);
  if (q >= 0) join(s, b, to, q);
  if (from >= 0) join(s, b, from, p);
  return 0;
}

/* -- items for everyone ------------------------------------------------------------------------------------------------ */

static i32 block_of(const Trip *t, i32 mode) {
  i32 b = 0;
  while (t->modes_of[b + 1] <= mode) b++;
  return b;
}

static void restore_all(Search *s, const Block *saved, const i32 *mode) {
  const Trip *t = s->trip;
  for (i32 b = 0; b < t->blocks; b++) while (s->block[b].count) take(s, b, s->block[b].count - 1);
  memcpy(s->mode, mode, sizeof(i32) * (size_t)t->blocks);
  for (i32 b = 0; b < t->blocks; b++) for (i32 r = 0; r < saved[b].count; r++) put(s, b, &saved[b].run[r]);
}

/* Whether items for everyone lie in a block that shares day parts with b. */
static int is_rivalled(const Search *s, i32 b) {
  for (i32 k = s->rival_of[b]; k < s->rival_of[b + 1]; k++) if (has_forced(s, s->rival[k])) return 1;
  return 0;
}

/* Fill a block that has to take everyone: the best of a few tours each time, until nobody is left behind. */
static int gathered(Search *s, i32 b) {
  const Trip *t = s->trip;
  i32 from = t->tours_of[s->mode[b]], many = t->tours_of[s->mode[b] + 1] - from;
  if (!many) return 0;
  for (i32 g = 0; g < t->groups && !is_whole(s, b); g++) {
    i64 best = NO_CREW;
    Run run, chosen;
    for (i32 n = 0; n < TOURS_TRIED; n++) {
      i32 tour = from + (n < many && n < 2 ? n : below(s, many)); /* the plain ones are listed first */
      if (spent_item(s, tour, -1) != -1) continue;
      i32 seats = seats_for(s, b, tour);
      i64 gain = seats < 0 ? NO_CREW : staff(s, b, tour, seats, &run);
      if (gain > best) { best = gain; chosen = run; }
    }
    if (best == NO_CREW) return 0;
    bring(s, b, &chosen);
  }
  return is_whole(s, b);
}

/* Give an item for everyone another place, mend the days that it touches, and keep that or not. */
static int try_plenary(Search *s, double heat) {
  const Trip *t = s->trip;
  if (!t->plenaries) return 0;
  i32 n = below(s, t->plenaries), many = t->options_of[n + 1] - t->options_of[n];
  i32 mode = t->option[t->options_of[n] + below(s, many)], item = t->mode_item[mode], to = block_of(t, mode), from = -1;
  for (i32 b = 0; b < t->blocks && from < 0; b++) if (t->mode_item[s->mode[b]] == item) from = b;
  if (s->mode[to] == mode || (to != from && (has_forced(s, to) || t->mode_item[s->mode[to]] >= 0 || is_rivalled(s, to))))
    return 0;
  i64 before = s->objective, loss = allowance(s, heat * PLENARY_HEAT);
  i32 unmet = s->unmet, torn = s->torn;
  memcpy(s->saved, s->block, sizeof(Block) * (size_t)t->blocks);
  memcpy(s->saved_mode, s->mode, sizeof(i32) * (size_t)t->blocks);
  if (from >= 0) {
    while (s->block[from].count) take(s, from, s->block[from].count - 1);
    s->mode[from] = t->modes_of[from];
  }
  while (s->block[to].count) take(s, to, s->block[to].count - 1);
  s->mode[to] = mode;
  for (i32 k = s->rival_of[to]; k < s->rival_of[to + 1]; k++)
    while (s->block[s->rival[k]].count) take(s, s->rival[k], s->block[s->rival[k]].count - 1);
  i32 plain = t->tours_of[mode]; /* what cannot go with it goes */
  if (plain == t->tours_of[mode + 1]) { restore_all(s, s->saved, s->saved_mode); return 0; }
  for (i32 k = s->near_of[to]; k < s->near_of[to + 1]; k++) {
    i32 o = s->near[k];
    for (i32 r = s->block[o].count - 1; r >= 0; r--)
      if (!has_forced(s, o) && !goes_with(t, to, plain, o, s->block[o].run[r].tour)) take(s, o, r);
  }
  int ok = gathered(s, to);
  s->unmet = unmet; s->torn = torn;
  if (ok) {
    i32 days[64], count = 0;
    for (i32 k = s->day_of[to]; k < s->day_of[to + 1] && count < 64; k++) days[count++] = s->day[k];
    if (from >= 0 && date_of(t, from) != date_of(t, to))
      for (i32 k = s->day_of[from]; k < s->day_of[from + 1] && count < 64; k++) days[count++] = s->day[k];
    s->unmet = most_of(unmet, count_unmet(s)); s->torn = most_of(torn, count_torn(s));
    for (i32 k = 0; k < MENDING_MOVES; k++) {
      i32 b = days[below(s, count)];
      if (below(s, 4)) try_person(s, b, heat); else try_tour(s, b, heat);
    }
    ok = before - s->objective <= loss && s->unmet <= unmet && s->torn <= torn;
    for (i32 b = 0; b < t->blocks && ok; b++) { /* who is in doubt about a meal */
      u64 everyone[MOST_WORDS];
      memset(everyone, 0xff, sizeof everyone);
      if (t->people & 63) everyone[t->words - 1] = (1ULL << (t->people & 63)) - 1;
      ok = all_fed(s, b, everyone);
    }
    if (ok) ok = fits_rules(s, -1);
  }
  if (ok) return kept(s);
  restore_all(s, s->saved, s->saved_mode);
  s->unmet = unmet; s->torn = torn;
  return 0;
}

#endif
