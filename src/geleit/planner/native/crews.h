/* Who makes a tour (timetable/crews.py). Part of search.c. */
#ifndef GELEIT_CREWS_H
#define GELEIT_CREWS_H

#include "days.h"

/* Who can follow every host of a tour with an interpreter (-1: none). */
static void followers(const Search *s, i32 b, i32 tour, i32 interpreter, u64 *ok) {
  const Trip *t = s->trip;
  memset(ok, 0xff, sizeof(u64) * (size_t)t->words);
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v];
    u64 understands[MOST_WORDS];
    for (i32 w = 0; w < t->words; w++) understands[w] = t->speaks[item * t->words + w] | ~t->attends[item * t->words + w];
    for (i32 k = 0; k < t->interpreters; k++) {
      i32 who = t->interpreter[k];
      int there = k == interpreter
        || (is_joint(s, b, item) && has(forced_in(s, b), who) && has(t->attends + item * t->words, who));
      if (there && t->interprets[k * t->items + item])
        for (i32 w = 0; w < t->words; w++) understands[w] |= t->helped[(k * t->items + item) * t->words + w];
    }
    for (i32 w = 0; w < t->words; w++) ok[w] &= understands[w];
  }
}

static i32 least_in(const Search *s, i32 b, i32 item) { return is_joint(s, b, item) ? 1 : s->trip->least[item]; }

static int may_leave(const Search *s, i32 b, i32 r, const u64 *leaving) {
  const Trip *t = s->trip;
  const Run *run = &s->block[b].run[r];
  u64 left[MOST_WORDS];
  for (i32 w = 0; w < t->words; w++) left[w] = run->people[w] & ~leaving[w];
  if (meets(run->locked, leaving, t->words)) return 0;
  for (i32 v = t->visits_of[run->tour]; v < t->visits_of[run->tour + 1]; v++) {
    i32 item = t->visit_item[v];
    if (common(left, t->attends + item * t->words, t->words) < least_in(s, b, item)) return 0;
  }
  return 1;
}

typedef struct {
  i32 value[MOST_PEOPLE];      /* what the tour adds for each person, less what the present run gives */
  u64 barred[MOST_WORDS], taken[MOST_WORDS];
  i32 hosts[16];
} Sight;

/* What a tour is worth to whom, who cannot make it, and who cannot leave the run they are in. */
static int look(const Search *s, i32 b, i32 tour, Sight *sight) {
  const Trip *t = s->trip;
  const Block *block = &s->block[b];
  i32 people = t->people, words = t->words, price = t->price[tour], n = 0;
  if (!fits_rules(s, tour)) return 0;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 room = room_at(s, t->visit_item[v], t->visit_start[v]);
    if (room <= 0 || n >= 16) return 0;
    sight->hosts[n++] = room;
  }
  for (i32 w = 0; w < words; w++) { sight->barred[w] = ~t->allowed[tour * (i64)words + w]; sight->taken[w] = 0; }
  for (i32 k = s->rival_of[b]; k < s->rival_of[b + 1]; k++) {
    const Block *other = &s->block[s->rival[k]];
    for (i32 r = 0; r < other->count; r++)
      for (i32 w = 0; w < words; w++) sight->barred[w] |= other->run[r].people[w];
  }
  for (i32 k = s->near_of[b]; k < s->near_of[b + 1]; k++) {
    const Block *other = &s->block[s->near[k]];
    for (i32 r = 0; r < other->count; r++)
      if (!goes_with(t, b, tour, s->near[k], other->run[r].tour))
        for (i32 w = 0; w < words; w++) sight->barred[w] |= other->run[r].people[w];
  }
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v];
    u64 here[MOST_WORDS] = {0};
    if (s->visited[item * t->blocks + b])
      for (i32 r = 0; r < block->count; r++)
        if (visits(t, block->run[r].tour, item))
          for (i32 w = 0; w < words; w++) here[w] |= block->run[r].people[w];
    for (i32 w = 0; w < words; w++) sight->barred[w] |= s->attended[item * words + w] & ~here[w];
  }
  i32 base[MOST_PEOPLE], gain[MOST_PEOPLE];
  memcpy(base, s->benefit, sizeof(i32) * (size_t)people);
  memset(gain, 0, sizeof(i32) * (size_t)people);
  for (i32 r = 0; r < block->count; r++) {
    const Run *run = &block->run[r];
    for (i32 w = 0; w < words; w++) sight->taken[w] |= run->locked[w];
    for (i32 v = t->visits_of[run->tour]; v < t->visits_of[run->tour + 1]; v++) {
      i32 item = t->visit_item[v];
      const u64 *goes = t->attends + item * words;
      int few = common(run->people, goes, words) <= least_in(s, b, item);
      if (few) for (i32 w = 0; w < words; w++) sight->taken[w] |= run->people[w] & goes[w];
      EACH(p, run->people, words) base[p] -= t->worth[item * people + p];
    }
  }
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    const i32 *worth = t->worth + t->visit_item[v] * people;
    for (i32 p = 0; p < people; p++) gain[p] += worth[p];
  }
  const i32 *first = t->breaks, *second = first + people, *third = second + people;
  for (i32 p = 0; p < people; p++) {
    i32 x = base[p], y = x + gain[p];
    sight->value[p] = t->slopes[0] * gain[p] - price
      + t->slopes[1] * (least_of(y, first[p]) - least_of(x, first[p]))
      + t->slopes[2] * (least_of(y, second[p]) - least_of(x, second[p]))
      + t->slopes[3] * (least_of(y, third[p]) - least_of(x, third[p]));
  }
  for (i32 r = 0; r < block->count; r++) {
    const Run *run = &block->run[r];
    EACH(p, run->people, words) sight->value[p] -= phi(t, p, s->benefit[p]) - phi(t, p, base[p]) - t->price[run->tour];
  }
  const u64 *lunch = t->doubt + t->block_day[b] * 2 * words, *dinner = lunch + words;
  for (i32 w = 0; w < words; w++) {
    u64 doubt = (lunch[w] | dinner[w]) & ~sight->barred[w];
    for (; doubt; doubt &= doubt - 1) {
      i32 p = (w << 6) + __builtin_ctzll(doubt);
      if (!is_fed(s, p, b, tour)) add(sight->barred, p);
    }
  }
  return 1;
}

static void fellows(const Search *s, i32 b, i32 item, u64 *there) {
  const Trip *t = s->trip;
  for (i32 w = 0; w < t->words; w++) there[w] = forced_in(s, b)[w] & t->attends[item * t->words + w];
  for (i32 r = 0; r < s->block[b].count; r++)
    if (visits(t, s->block[b].run[r].tour, item))
      for (i32 w = 0; w < t->words; w++) there[w] |= s->block[b].run[r].people[w] & t->attends[item * t->words + w];
}

/* The people without whom the tour makes no sense; false when one of them cannot come. */
static int required(const Search *s, i32 b, i32 tour, const Sight *sight, u64 *needed) {
  const Trip *t = s->trip;
  i32 words = t->words, talk = 0;
  u64 heads[MOST_WORDS];
  memset(needed, 0, sizeof(u64) * (size_t)words);
  memset(heads, 0xff, sizeof(u64) * (size_t)words);
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v], joint = is_joint(s, b, item);
    u64 there[MOST_WORDS] = {0};
    if (joint) fellows(s, b, item, there);
    int all_able = 1, headed = 0;
    for (i32 w = 0; w < words; w++) {
      u64 wanted = t->required[item * words + w] & ~there[w];
      u64 missing = t->pinned[item * words + w] & ~there[w] & ~s->attended[item * words + w];
      u64 able = missing & ~sight->barred[w] & ~sight->taken[w];
      if (able != missing) all_able = 0;
      wanted |= able;
      if (wanted & ~t->attends[item * words + w]) return 0;
      needed[w] |= wanted;
    }
    if (t->sessions_max[item] == 1 && !joint && !all_able) return 0;
    for (i32 h = 0; h < t->heads; h++) headed |= has(there, t->head[h]);
    if (t->needs_head[item] && !headed) {
      talk = 1;
      for (i32 w = 0; w < words; w++) heads[w] &= t->attends[item * words + w];
    }
  }
  if (meets(needed, sight->barred, words) || meets(needed, sight->taken, words)) return 0;
  if (!talk) return 1;
  i32 best = -1;
  for (i32 h = 0; h < t->heads; h++) {
    i32 p = t->head[h];
    if (!has(heads, p)) continue;
    if (has(needed, p)) return 1;
    if (has(sight->barred, p) || has(sight->taken, p)) continue;
    if (best < 0 || sight->value[p] > sight->value[best]) best = p;
  }
  if (best < 0) return 0;
  add(needed, best);
  return 1;
}

/* The free guide who best speaks the hosts' languages, or -1. */
static i32 guide_for(const Search *s, i32 tour, const Sight *sight, const u64 *locked) {
  const Trip *t = s->trip;
  i32 best = -1, rank = -1;
  for (i32 g = 0; g < t->guides; g++) {
    i32 p = t->guide[g];
    if (has(sight->barred, p) || has(sight->taken, p) || has(locked, p)) continue;
    i32 fluent = 0;
    for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
      i32 item = t->visit_item[v];
      fluent += has(t->speaks + item * t->words, p) || !has(t->attends + item * t->words, p);
    }
    i32 its = fluent * 2 + !t->benefits[p];
    if (its > rank) { rank = its; best = p; }
  }
  return best;
}

/* A heap of figures, the largest on top. */
static void sink(i64 *heap, i32 n, i32 at) {
  i64 x = heap[at];
  for (i32 child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && heap[child + 1] > heap[child]) child++;
    if (heap[child] <= x) break;
    heap[at] = heap[child];
  }
  heap[at] = x;
}

static i64 pop(i64 *heap, i32 *n) {
  i64 top = heap[0];
  heap[0] = heap[--*n];
  if (*n) sink(heap, *n, 0);
  return top;
}

/* Whether the run that a person is in keeps enough people, with all who leave it; then the person is counted. */
static int let_go(const Search *s, i32 b, i32 p, i32 leaving[MOST_RUNS][16]) {
  const Trip *t = s->trip;
  i32 home = s->run_of[b * t->people + p];
  if (home < 0) return 1;
  const Run *run = &s->block[b].run[home];
  i32 from = t->visits_of[run->tour], to = t->visits_of[run->tour + 1];
  for (i32 v = from; v < to; v++) {
    const u64 *goes = t->attends + t->visit_item[v] * t->words;
    i32 left = common(run->people, goes, t->words) - leaving[home][v - from] - 1;
    if (has(goes, p) && left < least_in(s, b, t->visit_item[v])) return 0;
  }
  for (i32 v = from; v < to; v++) leaving[home][v - from] += has(t->attends + t->visit_item[v] * t->words, p);
  return 1;
}

/* The people who gain most within seats and caps, so that no host gets too few; what they gain, or NO_CREW. */
static i64 manned(const Search *s, i32 b, i32 tour, const Sight *sight, i32 seats, const u64 *locked, i32 interpreter,
                  u64 *crew) {
  const Trip *t = s->trip;
  i32 words = t->words, n = 0, items = t->visits_of[tour + 1] - t->visits_of[tour], lack = 0;
  const i32 *item = t->visit_item + t->visits_of[tour];
  u64 follows[MOST_WORDS];
  i32 inside[16], wanted[16];
  i64 key[MOST_PEOPLE], gain = 0;
  i32 size = size_of(locked, words);
  if (size > seats) return NO_CREW;
  followers(s, b, tour, interpreter, follows);
  if (!within(locked, follows, words)) return NO_CREW;
  for (i32 k = 0; k < items; k++) {
    inside[k] = common(locked, t->attends + item[k] * words, words);
    wanted[k] = least_in(s, b, item[k]);
    if (inside[k] > sight->hosts[k]) return NO_CREW;
    lack = most_of(lack, wanted[k] - inside[k]);
  }
  memcpy(crew, locked, sizeof(u64) * (size_t)words);
  EACH(p, locked, words) gain += sight->value[p] + (has(forced_in(s, b), p) && s->run_of[b * t->people + p] < 0 ? FORCED : 0);
  i32 leaving[MOST_RUNS][16];
  memset(leaving, 0, sizeof leaving);
  EACH(p, locked, words) if (!let_go(s, b, p, leaving)) return NO_CREW;
  for (i32 w = 0; w < words; w++) {
    u64 may = follows[w] & ~sight->barred[w] & ~sight->taken[w] & ~locked[w];
    for (; may; may &= may - 1) {
      i32 p = (w << 6) + __builtin_ctzll(may);
      i64 value = sight->value[p];
      if (has(forced_in(s, b), p) && s->run_of[b * t->people + p] < 0) value += FORCED;
      if (value > 0 || lack > 0) key[n++] = value * 1024 + (1023 - p);
    }
  }
  for (i32 at = n / 2 - 1; at >= 0; at--) sink(key, n, at);
  for (i32 passed = 0; n && passed < MOST_PASSED; passed++) {
    i64 best = pop(key, &n), value = best >> 10;
    i32 p = 1023 - (i32)(best & 1023);
    lack = 0;
    for (i32 k = 0; k < items; k++) lack = most_of(lack, wanted[k] - inside[k]);
    if (size >= seats || (value <= 0 && lack <= 0)) break;
    i32 then = 0;
    int full = 0;
    for (i32 k = 0; k < items; k++) {
      i32 more = inside[k] + has(t->attends + item[k] * words, p);
      full |= more > sight->hosts[k];
      then = most_of(then, wanted[k] - more);
    }
    int helps = lack > 0 && then < lack;
    if (full || (lack > 0 && !helps && (value <= 0 || size + lack >= seats))) continue;
    if (!let_go(s, b, p, leaving)) continue;
    add(crew, p);
    size++;
    passed = -1;
    gain += value;
    for (i32 k = 0; k < items; k++) inside[k] += has(t->attends + item[k] * words, p);
  }
  for (i32 k = 0; k < items; k++) if (inside[k] < wanted[k]) return NO_CREW;
  return gain;
}

/* The best crew of a tour in a block beside the runs that are there, for a group with so many seats; what it adds, or
 * NO_CREW. Whether a group is free is asked by `crewed`. */
static i64 staff(const Search *s, i32 b, i32 tour, i32 seats, Run *run) {
  const Trip *t = s->trip;
  Sight sight;
  i32 words = t->words, here = -1;
  i64 best = NO_CREW;
  u64 needed[MOST_WORDS], crew[MOST_WORDS];
  if (!look(s, b, tour, &sight)) return NO_CREW;
  if (!required(s, b, tour, &sight, needed)) return NO_CREW;
  for (i32 g = 0; g < t->guides && here < 0; g++) if (has(needed, t->guide[g])) here = t->guide[g];
  i32 guide = here;
  if (guide < 0 && t->guides_required && t->moves[tour]) {
    guide = guide_for(s, tour, &sight, needed);
    if (guide < 0 && t->vehicle[tour]) return NO_CREW;
  }
  for (i32 pass = 0; pass < 2 && best == NO_CREW; pass++) {
    i32 leader = pass ? -1 : guide;
    if (pass && (guide < 0 || t->vehicle[tour] || guide == here)) break;
    u64 locked[MOST_WORDS];
    memcpy(locked, needed, sizeof locked);
    if (leader >= 0) add(locked, leader);
    for (i32 k = -1; k < t->interpreters; k++) {
      u64 with[MOST_WORDS];
      memcpy(with, locked, sizeof with);
      if (k >= 0) {
        int able = 1, foreign = 0;
        i32 who = t->interpreter[k];
        for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1] && able; v++) {
          i32 item = t->visit_item[v];
          int all = 1;
          for (i32 p = 0; p < t->people && all; p++) all = has(t->speaks + item * words, p);
          foreign |= !all;
          able = all || t->interprets[k * t->items + item];
        }
        if (!able || !foreign || has(sight.barred, who) || (has(sight.taken, who) && !has(locked, who))) continue;
        add(with, who);
      }
      i64 gain = manned(s, b, tour, &sight, seats, with, k, crew);
      if (gain > best) {
        best = gain;
        run->tour = tour; run->guide = leader; run->interpreter = k; run->group = group_of(t, tour);
        run->size = size_of(crew, words);
        memcpy(run->people, crew, sizeof crew);
        memcpy(run->locked, with, sizeof with);
      }
    }
  }
  return best;
}

#endif
