/* What the search reads and what it changes: people and runs put in and out, and what that is worth. Part of search.c. */
#ifndef GELEIT_STATE_H
#define GELEIT_STATE_H

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

#endif
