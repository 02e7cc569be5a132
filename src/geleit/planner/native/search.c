/* Local search over tours: which group makes which tour in which block, with whom.
 *
 * A run is one group's tour with its people. A move takes a run out and puts another in its place, or moves one person
 * between runs; it is kept when the objective rises, or by chance when it falls a little (simulated annealing). The
 * rules are those of geleit/planner/timetable, which says why they are what they are; what they speak of has the
 * same names here. Everything is integer but the temperature, so that a seed and a number of moves give one answer.
 *
 * Sets of people are bit sets of `words` words. Instants are minutes after the problem's epoch. The caller owns all
 * arrays of a Trip and keeps them alive as long as the search.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int32_t i32;
typedef int64_t i64;
typedef uint8_t u8;
typedef uint64_t u64;

enum { MORNING = 1, AFTERNOON = 2, EVENING = 4 };
enum { LUNCH = 1, DINNER = 2 };
enum { AT_MOST_ONE = 0, BEFORE = 1, SAME_TIME = 2, TOGETHER = 3 };
enum { MOST_RUNS = 16, MOST_WORDS = 10, MOST_PEOPLE = 64 * MOST_WORDS, MOST_VISITS = 64, MOST_NEEDS = 64 };
#define PLENARY_HEAT 8.0
#define TOUR_HEAT 8.0 /* a tour weighs more than a person: so many times the temperature decides about it */
enum { BENDS = 3, MOST_STEPS = 3000, TOURS_TRIED = 24, MOST_PASSED = 12, MENDING_MOVES = 3000 };
#define FAR 1000000000
#define ANY INT32_MIN
#define NOBODY INT32_MAX
#define FORCED 100000000LL
#define NO_CREW INT64_MIN

/* Room for a meal: `need` free minutes between `start` and `end`; need 0 means none is owed. */
typedef struct { i32 start, end, need; } Room;

typedef struct {
  i32 blocks, items, people, groups, tours, days, rules, demands, interpreters, guides, heads, words;
  i32 rest_min, guides_required, modes, plenaries;
  const i32 *slopes;                                                  /* eighths: the flattest, then the bends */
  const i32 *block_day, *block_date, *block_parts, *block_station, *start_lo, *start_hi;
  /* A block has a mode for each item for everyone that may lie there; the first is without. */
  const i32 *modes_of, *mode_item, *tours_of;                         /* blocks + 1; by mode; modes + 1 */
  const i32 *options_of, *option;                                     /* plenaries + 1; modes that place it */
  const Room *lunch, *dinner;                                         /* by block */
  const i32 *visits_of, *visit_item, *visit_start;                    /* tours + 1; by visit */
  const i32 *out, *back, *price;                                      /* by tour; price in eighths a person */
  const u8 *vehicle, *moves, *meals, *lunch_on_way;                   /* by tour */
  const u64 *allowed;                                                 /* tours by words: who may make it */
  const i32 *breaks;                                                  /* bends by people */
  const i32 *worth;                                                   /* items by people; 0 for who stays outside */
  const u64 *attends, *speaks;                                        /* items by words */
  const u64 *helped;                                                  /* interpreters by items by words */
  const u8 *interprets;                                               /* interpreters by items */
  const i32 *interpreter, *guide, *head;                              /* people */
  const u8 *benefits;                                                 /* by person */
  const i32 *joins, *leaves;                                          /* by person */
  const i32 *cap, *least, *fewest, *sessions_max, *duration, *item_group; /* by item */
  const u8 *together, *only_fixed, *needs_head, *item_meal;           /* by item */
  const i32 *fixed_of, *fixed;                                        /* items + 1; starts */
  const u64 *required, *pinned;                                       /* items by words */
  const i32 *seats;                                                   /* by group */
  const i32 *rule_kind, *rule_of, *rule_item, *rule_gap;
  const i32 *demand_item, *demand_start;
  const u64 *forced;                                                  /* modes by words */
  const u8 *joint;                                                    /* modes by items */
  const u64 *doubt;                                                   /* days by two meals by words */
  const i32 *rooms_of; const Room *room;                              /* days by two meals, + 1 */
} Trip;

typedef struct {
  i32 tour, guide, interpreter, group, size;
  u64 people[MOST_WORDS], locked[MOST_WORDS];
} Run;

typedef struct { Run run[MOST_RUNS]; i32 count; } Block;

typedef struct {
  const Trip *trip;
  Block *block;
  i32 *mode;          /* of each block */
  u8 *special;        /* by mode: whether it has an item for everyone */
  i32 *benefit;
  u64 *attended;      /* items by words */
  i32 *run_of;        /* blocks by people; -1 */
  i32 *visited;       /* items by blocks: runs that visit */
  i32 *sessions;      /* items: runs that visit, in all */
  i32 *near_of, *near;          /* blocks whose tours matter for a person's tours in a block */
  i32 *rival_of, *rival;        /* blocks that share day parts */
  i32 *day_of, *day;            /* blocks of the same day, itself included */
  i32 *homes_of, *homes;        /* blocks in which an item has a tour */
  i32 *with_of, *with;          /* tours of a mode by item: index [mode * items + item] */
  i32 *shorter;                 /* by visit: the tour without that visit, or -1 */
  i64 objective, best_objective;
  i32 unmet, torn;
  Block *best, *saved;
  i32 *best_mode, *saved_mode;
  u64 seed;
  i64 tried, kept, moved;
} Search;

/* -- bit sets -------------------------------------------------------------------------------------------------- */

static inline int has(const u64 *set, i32 p) { return (int)(set[p >> 6] >> (p & 63)) & 1; }
static inline void add(u64 *set, i32 p) { set[p >> 6] |= 1ULL << (p & 63); }
static inline void drop(u64 *set, i32 p) { set[p >> 6] &= ~(1ULL << (p & 63)); }
static inline i32 size_of(const u64 *set, i32 words) {
  i32 n = 0;
  for (i32 w = 0; w < words; w++) n += __builtin_popcountll(set[w]);
  return n;
}
static inline i32 common(const u64 *a, const u64 *b, i32 words) {
  i32 n = 0;
  for (i32 w = 0; w < words; w++) n += __builtin_popcountll(a[w] & b[w]);
  return n;
}
static inline int meets(const u64 *a, const u64 *b, i32 words) {
  for (i32 w = 0; w < words; w++) if (a[w] & b[w]) return 1;
  return 0;
}
static inline int within(const u64 *a, const u64 *b, i32 words) {
  for (i32 w = 0; w < words; w++) if (a[w] & ~b[w]) return 0;
  return 1;
}
#define EACH(p, set, words)                                                      \
  for (i32 w_##p = 0; w_##p < (words); w_##p++)                                  \
    for (u64 m_##p = (set)[w_##p]; m_##p; m_##p &= m_##p - 1)                    \
      for (i32 p = (w_##p << 6) + __builtin_ctzll(m_##p), once_##p = 1; once_##p; once_##p = 0)

static inline u64 chance(Search *s) { /* xorshift64*, Vigna 2016 */
  s->seed ^= s->seed >> 12; s->seed ^= s->seed << 25; s->seed ^= s->seed >> 27;
  return s->seed * 2685821657736338717ULL;
}
static inline i32 below(Search *s, i32 n) { return n > 1 ? (i32)((chance(s) >> 33) % (u64)n) : 0; }
static inline double share(Search *s) { return (double)(chance(s) >> 11) * (1.0 / 9007199254740992.0); }

static inline const u64 *forced_in(const Search *s, i32 b) { return s->trip->forced + s->mode[b] * s->trip->words; }
static inline int is_joint(const Search *s, i32 b, i32 item) { return s->trip->joint[s->mode[b] * s->trip->items + item]; }

/* -- worth ------------------------------------------------------------------------------------------------------ */

static inline i32 least_of(i32 a, i32 b) { return a < b ? a : b; }
static inline i32 most_of(i32 a, i32 b) { return a > b ? a : b; }

static inline i32 phi(const Trip *t, i32 p, i32 benefit) {
  const i32 *breaks = t->breaks;
  i32 total = t->slopes[0] * benefit;
  for (i32 n = 0; n < BENDS; n++) total += t->slopes[n + 1] * least_of(benefit, breaks[n * t->people + p]);
  return total;
}

static inline i32 gain_of(const Trip *t, i32 tour, i32 p) {
  i32 gain = 0;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++)
    gain += t->worth[t->visit_item[v] * t->people + p];
  return gain;
}

static inline int visits(const Trip *t, i32 tour, i32 item) {
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) if (t->visit_item[v] == item) return 1;
  return 0;
}

static inline i32 start_at(const Trip *t, i32 tour, i32 item) {
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++)
    if (t->visit_item[v] == item) return t->visit_start[v];
  return ANY;
}

/* -- putting people and runs in and out --------------------------------------------------------------------------- */

static void count_in(Search *s, i32 tour, i32 p) {
  const Trip *t = s->trip;
  i32 before = s->benefit[p], after = before;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v];
    if (has(t->attends + item * t->words, p)) add(s->attended + item * t->words, p);
    after += t->worth[item * t->people + p];
  }
  s->benefit[p] = after;
  s->objective += phi(t, p, after) - phi(t, p, before) - t->price[tour];
}

static void count_out(Search *s, i32 tour, i32 p) {
  const Trip *t = s->trip;
  i32 before = s->benefit[p], after = before;
  for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
    i32 item = t->visit_item[v];
    drop(s->attended + item * t->words, p);
    after -= t->worth[item * t->people + p];
  }
  s->benefit[p] = after;
  s->objective += phi(t, p, after) - phi(t, p, before) + t->price[tour];
}

static void join(Search *s, i32 b, i32 r, i32 p) {
  Run *run = &s->block[b].run[r];
  add(run->people, p);
  run->size++;
  s->run_of[b * s->trip->people + p] = r;
  count_in(s, run->tour, p);
}

static void leave(Search *s, i32 b, i32 r, i32 p) {
  Run *run = &s->block[b].run[r];
  drop(run->people, p);
  run->size--;
  s->run_of[b * s->trip->people + p] = -1;
  count_out(s, run->tour, p);
}

static void put(Search *s, i32 b, const Run *run) {
  const Trip *t = s->trip;
  Block *block = &s->block[b];
  i32 r = block->count++;
  block->run[r] = *run;
  for (i32 v = t->visits_of[run->tour]; v < t->visits_of[run->tour + 1]; v++) {
    s->visited[t->visit_item[v] * t->blocks + b]++;
    s->sessions[t->visit_item[v]]++;
  }
  EACH(p, run->people, t->words) {
    s->run_of[b * t->people + p] = r;
    count_in(s, run->tour, p);
  }
}

static void take(Search *s, i32 b, i32 r) {
  const Trip *t = s->trip;
  Block *block = &s->block[b];
  Run *run = &block->run[r];
  for (i32 v = t->visits_of[run->tour]; v < t->visits_of[run->tour + 1]; v++) {
    s->visited[t->visit_item[v] * t->blocks + b]--;
    s->sessions[t->visit_item[v]]--;
  }
  EACH(p, run->people, t->words) {
    s->run_of[b * t->people + p] = -1;
    count_out(s, run->tour, p);
  }
  i32 last = --block->count;
  if (r != last) {
    block->run[r] = block->run[last];
    EACH(p, block->run[r].people, t->words) s->run_of[b * t->people + p] = r;
  }
}

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

/* -- who makes a tour (timetable/crews.py) --------------------------------------------------------------------------- */

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

/* -- the search ------------------------------------------------------------------------------------------------------- */

static i32 *ints(i64 n) { return calloc((size_t)(n > 0 ? n : 1), sizeof(i32)); }

static void list_blocks(Search *s) {
  const Trip *t = s->trip;
  i32 most = t->blocks * t->blocks;
  s->near_of = ints(t->blocks + 1); s->near = ints(most);
  s->rival_of = ints(t->blocks + 1); s->rival = ints(most);
  s->day_of = ints(t->blocks + 1); s->day = ints(most);
  for (i32 b = 0; b < t->blocks; b++) {
    s->near_of[b + 1] = s->near_of[b]; s->rival_of[b + 1] = s->rival_of[b]; s->day_of[b + 1] = s->day_of[b];
    for (i32 o = 0; o < t->blocks; o++) {
      int same_day = date_of(t, o) == date_of(t, b);
      if (same_day) s->day[s->day_of[b + 1]++] = o;
      if (o == b) continue;
      if (same_day && (t->block_parts[o] & t->block_parts[b])) s->rival[s->rival_of[b + 1]++] = o;
      else if (is_near(t, o, b)) s->near[s->near_of[b + 1]++] = o;
    }
  }
}

static void list_tours(Search *s) {
  const Trip *t = s->trip;
  i64 many = (i64)t->modes * t->items;
  s->with_of = ints(many + 1);
  s->with = ints(t->visits_of[t->tours]);
  s->homes_of = ints(t->items + 1);
  s->homes = ints((i64)t->items * t->blocks);
  for (i32 m = 0; m < t->modes; m++)
    for (i32 tour = t->tours_of[m]; tour < t->tours_of[m + 1]; tour++)
      for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) s->with_of[(i64)m * t->items + t->visit_item[v] + 1]++;
  for (i64 n = 0; n < many; n++) s->with_of[n + 1] += s->with_of[n];
  i32 *at = ints(many), *home = ints((i64)t->items * t->blocks);
  for (i32 m = 0; m < t->modes; m++) {
    i32 b = block_of(t, m);
    for (i32 tour = t->tours_of[m]; tour < t->tours_of[m + 1]; tour++)
      for (i32 v = t->visits_of[tour]; v < t->visits_of[tour + 1]; v++) {
        i64 n = (i64)m * t->items + t->visit_item[v];
        s->with[s->with_of[n] + at[n]++] = tour;
        home[t->visit_item[v] * t->blocks + b] = 1;
      }
  }
  for (i32 item = 0; item < t->items; item++) {
    s->homes_of[item + 1] = s->homes_of[item];
    for (i32 b = 0; b < t->blocks; b++) if (home[item * t->blocks + b]) s->homes[s->homes_of[item + 1]++] = b;
  }
  free(at);
  free(home);
}

/* For each visit of a tour the cheapest tour of its mode without that item, and with all others. */
static void list_shorter(Search *s) {
  const Trip *t = s->trip;
  s->shorter = ints(t->visits_of[t->tours]);
  for (i32 m = 0; m < t->modes; m++)
    for (i32 tour = t->tours_of[m]; tour < t->tours_of[m + 1]; tour++) {
      i32 from = t->visits_of[tour], n = t->visits_of[tour + 1] - from;
      for (i32 k = 0; k < n; k++) {
        i32 best = -1;
        s->shorter[from + k] = -1;
        if (n < 2 || t->mode_item[m] == t->visit_item[from + k]) continue;
        i32 other = -1; /* the rarest of those that stay */
        for (i32 x = 0; x < n; x++) {
          i64 at = (i64)m * t->items + t->visit_item[from + x];
          i64 than = (i64)m * t->items + (other < 0 ? 0 : other);
          if (x != k && (other < 0 || s->with_of[at + 1] - s->with_of[at] < s->with_of[than + 1] - s->with_of[than]))
            other = t->visit_item[from + x];
        }
        i64 at = (i64)m * t->items + other;
        for (i32 w = s->with_of[at]; w < s->with_of[at + 1]; w++) {
          i32 found = s->with[w];
          if (t->visits_of[found + 1] - t->visits_of[found] != n - 1 || visits(t, found, t->visit_item[from + k])) continue;
          int all = 1;
          for (i32 x = 0; x < n && all; x++) all = x == k || visits(t, found, t->visit_item[from + x]);
          if (all && (best < 0 || t->price[found] < t->price[best])) best = found;
        }
        s->shorter[from + k] = best;
      }
    }
}

Search *geleit_search_new(const Trip *trip, u64 seed) {
  if (trip->words > MOST_WORDS || trip->groups > MOST_RUNS || trip->people > MOST_PEOPLE) return NULL;
  Search *s = calloc(1, sizeof(Search));
  s->trip = trip;
  s->seed = seed * 0x9E3779B97F4A7C15ULL + 0x2545F4914F6CDD1DULL;
  if (!s->seed) s->seed = 1;
  s->block = calloc((size_t)trip->blocks + 1, sizeof(Block));
  s->best = calloc((size_t)trip->blocks + 1, sizeof(Block));
  s->saved = calloc((size_t)trip->blocks + 1, sizeof(Block));
  s->mode = ints(trip->blocks);
  s->best_mode = ints(trip->blocks);
  s->saved_mode = ints(trip->blocks);
  for (i32 b = 0; b < trip->blocks; b++) s->mode[b] = trip->modes_of[b];
  s->special = calloc((size_t)trip->modes + 1, 1);
  for (i32 m = 0; m < trip->modes; m++) {
    for (i32 w = 0; w < trip->words; w++) s->special[m] |= trip->forced[m * trip->words + w] != 0;
    for (i32 item = 0; item < trip->items; item++) s->special[m] |= trip->joint[m * trip->items + item];
  }
  s->benefit = ints(trip->people);
  s->attended = calloc((size_t)trip->items * (size_t)trip->words + 1, sizeof(u64));
  s->run_of = ints((i64)trip->blocks * trip->people);
  memset(s->run_of, 0xff, sizeof(i32) * (size_t)trip->blocks * (size_t)trip->people);
  s->visited = ints((i64)trip->items * trip->blocks);
  s->sessions = ints(trip->items);
  list_blocks(s);
  list_tours(s);
  list_shorter(s);
  s->best_objective = INT64_MIN;
  return s;
}

void geleit_search_free(Search *s) {
  if (!s) return;
  void *owned[] = {s->special, s->block, s->best, s->saved, s->mode, s->best_mode, s->saved_mode, s->benefit, s->attended, s->run_of, s->visited, s->sessions, s->near_of, s->near,
                   s->rival_of, s->rival, s->day_of, s->day, s->homes_of, s->homes, s->with_of, s->with, s->shorter, s};
  for (size_t n = 0; n < sizeof owned / sizeof *owned; n++) free(owned[n]);
}

/* Let an item for everyone lie in a block; before runs are put in. */
void geleit_search_place(Search *s, i32 b, i32 mode) { s->mode[b] = mode; }

/* Put a run in as it is; runs of a plan that keeps the rules. */
void geleit_search_put(Search *s, i32 b, i32 tour, i32 guide, i32 interpreter, i32 group, const u64 *people,
                       const u64 *locked) {
  Run run;
  memset(&run, 0, sizeof run);
  run.tour = tour; run.guide = guide; run.interpreter = interpreter; run.group = group;
  memcpy(run.people, people, sizeof(u64) * (size_t)s->trip->words);
  memcpy(run.locked, locked, sizeof(u64) * (size_t)s->trip->words);
  run.size = size_of(people, s->trip->words);
  if (s->block[b].count < MOST_RUNS) put(s, b, &run);
}

/* Begin from what has been put in. */
void geleit_search_begin(Search *s) {
  s->unmet = count_unmet(s);
  s->torn = count_torn(s);
  s->best_objective = INT64_MIN;
  note_best(s);
}

/* Go on from the best plan met. */
void geleit_search_return(Search *s) {
  restore_all(s, s->best, s->best_mode);
  s->unmet = count_unmet(s);
  s->torn = count_torn(s);
}

/* Make moves while the temperature, in eighths of a point, falls geometrically from `hot` to `cold`. */
void geleit_search_run(Search *s, i64 moves, double hot, double cold, double person_share,
                       i64 plenary_every) {
  const Trip *t = s->trip;
  double heat = hot, fall = moves > 0 ? pow(cold / hot, 64.0 / (double)moves) : 1.0;
  if (!t->blocks || !t->tours) return;
  for (i64 n = 0; n < moves; n++) {
    if (n % 64 == 63) heat *= fall;
    i32 b = below(s, t->blocks);
    double kind = share(s);
    int done;
    if (n % plenary_every == plenary_every - 1) done = try_plenary(s, heat);
    else if (kind < person_share) done = try_person(s, b, heat);
    else if (kind < person_share + (1 - person_share) * 0.96) done = try_tour(s, b, heat * TOUR_HEAT);
    else done = try_without(s, b, heat * TOUR_HEAT);
    s->tried++;
    s->kept += done;
    if (n % 32 == 31) note_best(s);
  }
  note_best(s);
}

i64 geleit_search_objective(const Search *s) { return s->objective; }
i64 geleit_search_best(const Search *s) { return s->best_objective; }
i32 geleit_search_mode(const Search *s, i32 b) { return s->best_mode[b]; }
i32 geleit_search_unmet(const Search *s) { return s->unmet; }

/* Copy the runs of a block of the best plan; returns how many there are. */
i32 geleit_search_runs(const Search *s, i32 b, i32 *tour, i32 *guide, i32 *interpreter, u64 *people, u64 *locked) {
  const Block *block = &s->best[b];
  for (i32 r = 0; r < block->count; r++) {
    const Run *run = &block->run[r];
    tour[r] = run->tour; guide[r] = run->guide; interpreter[r] = run->interpreter;
    memcpy(people + r * s->trip->words, run->people, sizeof(u64) * (size_t)s->trip->words);
    memcpy(locked + r * s->trip->words, run->locked, sizeof(u64) * (size_t)s->trip->words);
  }
  return block->count;
}
