/* How visits share sessions, and the rules between items (timetable/sessions.py). Part of search.c. */
#ifndef GELEIT_SESSIONS_H
#define GELEIT_SESSIONS_H

#include "state.h"

/* -- sessions: how visits share them (timetable/sessions.py) ------------------------------------------------------- */

typedef struct { i32 start, size; } Visit;

static i32 visits_to(const Search *s, i32 item, Visit *found) {
  const Trip *t = s->trip;
  i32 n = 0;
  if (!s->sessions[item]) return 0;
  for (i32 h = s->homes_of[item]; h < s->homes_of[item + 1]; h++) {
    i32 b = s->homes[h];
    if (!s->visited[item * t->blocks + b]) continue;
    for (i32 r = 0; r < s->block[b].count && n < MOST_VISITS; r++) {
      const Run *run = &s->block[b].run[r];
      if (!visits(t, run->tour, item)) continue;
      found[n].start = start_at(t, run->tour, item);
      found[n++].size = common(run->people, t->attends + item * t->words, t->words);
    }
  }
  return n;
}

static i32 fixed_at(const Trip *t, i32 item, i32 start) {
  i32 n = 0;
  for (i32 f = t->fixed_of[item]; f < t->fixed_of[item + 1]; f++) n += t->fixed[f] == start;
  return n;
}

/* Sessions that the visits at one time need, first fit and the largest first; the smallest load in `lightest`. */
static i32 shared(const Trip *t, i32 item, i32 start, const Visit *visit, i32 n, i32 *lightest) {
  i32 sizes[MOST_VISITS], loads[MOST_VISITS], many = 0, sessions = 0;
  for (i32 v = 0; v < n; v++) {
    if (visit[v].start != start) continue;
    i32 at = many++;
    while (at && sizes[at - 1] < visit[v].size) { sizes[at] = sizes[at - 1]; at--; }
    sizes[at] = visit[v].size;
  }
  i32 apart = most_of(1, fixed_at(t, item, start));
  for (i32 v = 0; v < many; v++) {
    i32 fits = -1;
    for (i32 k = 0; k < sessions && fits < 0; k++) if (loads[k] + sizes[v] <= t->cap[item]) fits = k;
    if (fits < 0 || sessions < apart) loads[sessions++] = sizes[v];
    else loads[fits] += sizes[v];
  }
  if (lightest) {
    *lightest = FAR;
    for (i32 k = 0; k < sessions; k++) *lightest = least_of(*lightest, loads[k]);
  }
  return sessions;
}

static i32 count_sessions(const Trip *t, i32 item, const Visit *visit, i32 n) {
  i32 total = 0;
  for (i32 v = 0; v < n; v++) {
    int seen = 0;
    for (i32 k = 0; k < v && !seen; k++) seen = visit[k].start == visit[v].start;
    if (!seen) total += shared(t, item, visit[v].start, visit, n, NULL);
  }
  return total;
}

/* How many people one more group may bring to an item at a time. */
static i32 room_at(const Search *s, i32 item, i32 start) {
  const Trip *t = s->trip;
  if (!s->sessions[item]) return t->cap[item];
  Visit visit[MOST_VISITS];
  i32 n = visits_to(s, item, visit), lightest;
  if (t->together[item]) {
    i32 all = 0;
    for (i32 v = 0; v < n; v++) all += visit[v].size;
    return t->cap[item] - all;
  }
  i32 here = shared(t, item, start, visit, n, &lightest);
  i32 most_here = t->only_fixed[item] ? fixed_at(t, item, start) : FAR;
  if (here < most_here && count_sessions(t, item, visit, n) < t->sessions_max[item]) return t->cap[item];
  return here ? t->cap[item] - lightest : 0;
}

static int fits_host(const Search *s, i32 item) {
  const Trip *t = s->trip;
  Visit visit[MOST_VISITS];
  i32 n = visits_to(s, item, visit);
  if (n == 1 && !t->together[item]) return visit[0].size <= t->cap[item];
  if (t->together[item]) {
    i32 all = 0;
    for (i32 v = 0; v < n; v++) all += visit[v].size;
    return all <= t->cap[item];
  }
  for (i32 v = 0; v < n; v++) {
    if (visit[v].size > t->cap[item]) return 0;
    if (t->only_fixed[item] && shared(t, item, visit[v].start, visit, n, NULL) > fixed_at(t, item, visit[v].start))
      return 0;
  }
  return count_sessions(t, item, visit, n) <= t->sessions_max[item];
}

/* -- rules between items -------------------------------------------------------------------------------------------- */

static int span_of(const Search *s, i32 item, i32 *first, i32 *last) {
  if (!s->sessions[item]) return 0;
  Visit visit[MOST_VISITS];
  i32 n = visits_to(s, item, visit);
  *first = FAR; *last = -FAR;
  for (i32 v = 0; v < n; v++) { *first = least_of(*first, visit[v].start); *last = most_of(*last, visit[v].start); }
  return n > 0;
}

/* Whether the rules hold with one more tour (-1: as it is). */
static int fits_rules(const Search *s, i32 tour) {
  const Trip *t = s->trip;
  for (i32 k = 0; k < t->rules; k++) {
    i32 many = 0, before = -1, last = 0, same = ANY, mine = tour < 0;
    if (t->rule_kind[k] == TOGETHER) continue;
    for (i32 n = t->rule_of[k]; n < t->rule_of[k + 1] && !mine; n++) mine = visits(t, tour, t->rule_item[n]);
    if (!mine) continue;
    for (i32 n = t->rule_of[k]; n < t->rule_of[k + 1]; n++) {
      i32 item = t->rule_item[n], a = FAR, z = -FAR;
      int there = span_of(s, item, &a, &z);
      i32 start = tour >= 0 ? start_at(t, tour, item) : ANY;
      if (start != ANY) { a = least_of(a, start); z = most_of(z, start); there = 1; }
      if (!there) continue;
      if (++many > 1 && t->rule_kind[k] == AT_MOST_ONE) return 0;
      if (t->rule_kind[k] == SAME_TIME) {
        if (a != z || (same != ANY && same != a)) return 0;
        same = a;
      }
      if (t->rule_kind[k] == BEFORE && before >= 0 && last + t->duration[before] + t->rule_gap[k] > a) return 0;
      before = item; last = z;
    }
  }
  return 1;
}

static i32 count_torn(const Search *s) {
  const Trip *t = s->trip;
  i32 torn = 0;
  for (i32 k = 0; k < t->rules; k++) {
    if (t->rule_kind[k] != TOGETHER) continue;
    i32 there = 0, all = t->rule_of[k + 1] - t->rule_of[k];
    for (i32 n = t->rule_of[k]; n < t->rule_of[k + 1]; n++) there += s->sessions[t->rule_item[n]] > 0;
    torn += there > 0 && there < all;
  }
  return torn;
}

static i32 count_unmet(const Search *s) {
  const Trip *t = s->trip;
  i32 unmet = 0;
  for (i32 d = 0; d < t->demands; d++) {
    i32 item = t->demand_item[d], start = t->demand_start[d];
    if (start == ANY) { unmet += !s->sessions[item]; continue; }
    Visit visit[MOST_VISITS];
    i32 n = visits_to(s, item, visit);
    unmet += shared(t, item, start, visit, n, NULL) < fixed_at(t, item, start);
  }
  for (i32 item = 0; item < t->items; item++)
    unmet += s->sessions[item] && !within(t->pinned + item * t->words, s->attended + item * t->words, t->words);
  return unmet;
}

#endif
