/* A person's day with its meals, and the groups of a day (timetable/limits.py, hunger.py, fleet.py). Part of search.c. */
#ifndef GELEIT_DAYS_H
#define GELEIT_DAYS_H

#include "sessions.h"

/* -- a person's day (timetable/limits.py, hunger.py) -------------------------------------------------------------- */

static inline i32 date_of(const Trip *t, i32 b) { return t->block_date[b]; }

static int is_near(const Trip *t, i32 a, i32 b) {
  i32 days = abs(date_of(t, a) - date_of(t, b));
  if (days == 0) return !(t->block_parts[a] & t->block_parts[b]);
  return days == 1 && t->block_station[a] == t->block_station[b];
}

static inline i32 last_for(const Room *room) { return room->need ? room->end - room->need : FAR; }

/* Whether a person may make a tour of block b beside another of block o. */
static int goes_with(const Trip *t, i32 b, i32 tour, i32 o, i32 other) {
  i32 distance = date_of(t, o) - date_of(t, b);
  int earlier = distance < 0 || (distance == 0 && t->start_lo[o] < t->start_lo[b]);
  if (distance) return earlier ? t->out[tour] >= t->back[other] + t->rest_min
                               : t->back[tour] <= t->out[other] - t->rest_min;
  int evening = t->block_parts[b] & EVENING;
  int fed = evening ? (t->meals[tour] & DINNER) || t->back[tour] <= last_for(&t->dinner[b])
                    : (t->meals[tour] & LUNCH) != 0;
  if (earlier) {
    int dines = t->block_parts[b] == EVENING;
    const Room *room = dines ? &t->dinner[b] : &t->lunch[b];
    i32 free = t->back[other];
    if (room->need && !fed && !(t->meals[other] & (dines ? DINNER : LUNCH))) free = most_of(free, room->start) + room->need;
    return t->out[tour] >= free;
  }
  int in_morning = t->block_parts[b] == MORNING;
  i32 last = t->visit_start[t->visits_of[other + 1] - 1];
  int late = last >= t->start_hi[b] && !in_morning;
  const Room *room = late ? &t->dinner[b] : &t->lunch[b];
  i32 need = room->need;
  if (t->meals[other] & (late ? DINNER : LUNCH)) need = 0;
  if (late && room->need && t->back[other] <= last_for(room)) need = 0;
  if (fed && in_morning) need = 0;
  return t->back[tour] <= t->out[other] - need;
}

static int eats(const Trip *t, i32 p, i32 meal, i32 tour) {
  if (meal == LUNCH && t->lunch_on_way[tour]) return 1;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++)
    if (t->item_meal[t->visit_item[v]] == meal && has(t->attends + t->visit_item[v] * t->words, p)) return 1;
  return 0;
}

/* Whether a person in doubt finds every meal of the day of block b, with `tour` there (-1: none) instead of what is. */
static int is_fed(const Search *s, i32 p, i32 b, i32 tour) {
  const Trip *t = s->trip;
  for (i32 kind = 0; kind < 2; kind++) {
    i32 meal = kind ? DINNER : LUNCH, at = t->block_day[b] * 2 + kind, n = 0, owed = 0, fed = 0;
    if (!has(t->doubt + at * t->words, p)) continue;
    i32 outs[MOST_RUNS], backs[MOST_RUNS];
    for (i32 k = s->day_of[b]; k < s->day_of[b + 1] && !fed; k++) {
      i32 o = s->day[k], r = s->run_of[o * t->people + p];
      i32 its = o == b ? tour : r < 0 ? -1 : s->block[o].run[r].tour;
      if (its < 0 || n >= MOST_RUNS) continue;
      fed = eats(t, p, meal, its);
      i32 i = n++;
      while (i && outs[i - 1] > t->out[its]) { outs[i] = outs[i - 1]; backs[i] = backs[i - 1]; i--; }
      outs[i] = t->out[its]; backs[i] = t->back[its];
    }
    if (fed) continue;
    for (i32 k = t->rooms_of[at]; k < t->rooms_of[at + 1] && owed < FAR; k++) {
      const Room *room = &t->room[k];
      i32 free = most_of(room->start, t->joins[p]), end = least_of(room->end, t->leaves[p]);
      if (end - free < room->need) continue;
      owed++;
      for (i32 i = 0; i < n; i++) {
        if (least_of(outs[i], end) - free >= room->need) owed = FAR;
        free = most_of(free, backs[i]);
      }
      if (end - free >= room->need) owed = FAR;
    }
    if (owed && owed < FAR) return 0;
  }
  return 1;
}

/* -- groups of a day (timetable/fleet.py) --------------------------------------------------------------------------- */

typedef struct { i32 parts, out, back, moves, seats, group; } Need;

static int clash(const Need *a, const Need *b) {
  if (a->parts & b->parts) return 1;
  return a->moves && b->moves && a->out < b->back && b->out < a->back;
}

typedef struct { const Trip *trip; Need need[MOST_NEEDS]; i32 count, group[MOST_NEEDS], steps; } Fleet;

static int placed_from(Fleet *f, i32 n) {
  if (n == f->count) return 1;
  for (i32 g = 0; g < f->trip->groups; g++) { /* seats ascending: see `groups` */
    if (++f->steps > MOST_STEPS) return 0;
    const Need *need = &f->need[n];
    if ((need->group >= 0 && need->group != g) || f->trip->seats[g] < need->seats) continue;
    int free = 1;
    for (i32 k = 0; k < n && free; k++) free = f->group[k] != g || !clash(&f->need[k], need);
    if (!free) continue;
    f->group[n] = g;
    if (placed_from(f, n + 1)) return 1;
  }
  return 0;
}

static int before_in(const Need *a, const Need *b) {
  if ((a->group < 0) != (b->group < 0)) return a->group >= 0;
  if (a->out != b->out) return a->out < b->out;
  return a->seats > b->seats;
}

static void need_for(Fleet *f, const Need *need) {
  i32 n = f->count++;
  while (n && before_in(need, &f->need[n - 1])) { f->need[n] = f->need[n - 1]; n--; }
  f->need[n] = *need;
}

/* The group that has to make a tour, -1 for any, NOBODY where two have to. */
static i32 group_of(const Trip *t, i32 tour) {
  i32 group = -1;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 its = t->item_group[t->visit_item[v]];
    if (its >= 0 && group >= 0 && its != group) return NOBODY;
    if (its >= 0) group = its;
  }
  return group;
}

/* Whether the groups can make all tours of a block's day, and one more with so many seats (tour -1: none more). */
static int spares(const Search *s, i32 b, i32 tour, i32 seats) {
  const Trip *t = s->trip;
  Fleet fleet;
  fleet.trip = t; fleet.count = 0; fleet.steps = 0;
  for (i32 k = s->day_of[b]; k < s->day_of[b + 1]; k++) {
    i32 o = s->day[k];
    for (i32 r = 0; r < s->block[o].count; r++) {
      const Run *run = &s->block[o].run[r];
      Need need = {t->block_parts[o], t->out[run->tour], t->back[run->tour], t->moves[run->tour],
                   t->vehicle[run->tour] ? run->size : 0, run->group};
      if (fleet.count >= MOST_NEEDS - 1) return 0;
      need_for(&fleet, &need);
    }
  }
  if (tour >= 0) {
    Need need = {t->block_parts[b], t->out[tour], t->back[tour], t->moves[tour], t->vehicle[tour] ? seats : 0,
                 group_of(t, tour)};
    need_for(&fleet, &need);
  }
  return placed_from(&fleet, 0);
}

/* Seats of the largest group that can make one more tour; -1 where none can. */
static i32 seats_for(const Search *s, i32 b, i32 tour) {
  const Trip *t = s->trip;
  if (s->block[b].count >= t->groups || s->block[b].count >= MOST_RUNS) return -1;
  if (!t->vehicle[tour]) return spares(s, b, tour, 0) ? FAR : -1;
  for (i32 g = t->groups - 1; g >= 0; g--) {
    if (g < t->groups - 1 && t->seats[g] == t->seats[g + 1]) continue;
    if (spares(s, b, tour, t->seats[g])) return t->seats[g];
  }
  return -1;
}

#endif
