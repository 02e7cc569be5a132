/* Listing of the tours that one group can make in one block: geleit/planner/timetable/patterns.py in compiled code.
 *
 * It finds the same tours, which a test compares; the words are explained there.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int32_t i32;
typedef int64_t i64;
typedef uint8_t u8;
typedef uint64_t u64;

enum { MOST_ITEMS = 8, LUNCH = 1, NONE = -1 };
#define NO_TIME (-2000000000) /* before any instant: those before the epoch are negative */

typedef struct {
  i32 items, places, grid, longest, most_wait;
  const i32 *place, *duration, *before, *after, *step_min;   /* by item */
  const u8 *only_fixed, *is_shared, *meal;                   /* by item */
  const i32 *spans_of, *span;                                /* items + 1; opens and closes */
  const i32 *fixed_of, *fixed;                               /* items + 1; starts */
  const i32 *ride;                                           /* places by places */
  const u8 *rides, *is_base;                                 /* places by places; places */
} Houses;

typedef struct {
  i32 base, start_lo, start_hi, noon, is_long, meal;         /* meal: what concerns the block */
  i32 has_lunch, lunch_start, lunch_end, lunch_need;
  i32 lo, hi, meal_lo, meal_hi;                              /* limits */
  i32 candidates, given, most_steps, most_later;
  const i32 *candidate;                                      /* items, in order */
  const i32 *given_item, *starts_of, *start;                 /* items every tour contains, with the starts they may have */
} Task;

typedef struct {
  i32 items[MOST_ITEMS], starts[MOST_ITEMS];
  i32 count, lunch_after, out, back, ride, idle;
  u8 vehicle, moves, meals, spare;
} Tour;

typedef struct { i32 items[MOST_ITEMS], starts[MOST_ITEMS], count, lunch_after; } Stub;

typedef struct {
  const Houses *houses;
  const Task *task;
  Tour *found;
  i32 count, room, steps;
  i32 *table, table_size;   /* open addressing; number of a tour + 1 */
} Listing;

static inline i32 most_of(i32 a, i32 b) { return a > b ? a : b; }
static inline i32 least_of(i32 a, i32 b) { return a < b ? a : b; }

static i32 down(i32 minutes, i32 grid) {
  i32 rest = minutes % grid;
  return minutes - (rest < 0 ? rest + grid : rest);
}

static i32 given_at(const Task *k, i32 item) {
  for (i32 g = 0; g < k->given; g++) if (k->given_item[g] == item) return g;
  return NONE;
}

static int holds(const Stub *s, i32 item) {
  for (i32 n = 0; n < s->count; n++) if (s->items[n] == item) return 1;
  return 0;
}

/* Earliest start at or after `low` within a window and before `before`, or NO_TIME. */
static i32 open_start(const Houses *h, i32 item, i32 low, i32 before) {
  i32 best = NO_TIME;
  for (i32 n = h->spans_of[item]; n < h->spans_of[item + 1]; n++) {
    i32 opens = h->span[2 * n], closes = h->span[2 * n + 1], start = most_of(low, opens);
    if (start != opens) start = down(start + h->grid - 1, h->grid);
    if (start + h->duration[item] <= closes && start < before && (best == NO_TIME || start < best)) best = start;
  }
  return best;
}

/* Starts worth a try at or after `ready`, the earliest first; returns how many, at most `most`. */
static i32 starts(const Listing *l, i32 item, i32 ready, i32 *found, i32 most) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  i32 low = most_of(ready, k->start_lo), n = 0, g = given_at(k, item);
  const i32 *fixed = NULL;
  i32 many = 0;
  if (g != NONE && k->starts_of[g + 1] > k->starts_of[g]) {
    fixed = k->start + k->starts_of[g]; many = k->starts_of[g + 1] - k->starts_of[g];
  } else if (h->only_fixed[item]) {
    fixed = h->fixed + h->fixed_of[item]; many = h->fixed_of[item + 1] - h->fixed_of[item];
  }
  if (many) {
    for (i32 i = 0; i < many && n < most; i++) {
      int again = fixed[i] < low || fixed[i] >= k->start_hi;
      for (i32 j = 0; j < n && !again; j++) again = found[j] == fixed[i];
      if (!again) found[n++] = fixed[i];
    }
    return n;
  }
  i32 start = open_start(h, item, low, k->start_hi);
  if (start == NO_TIME) return 0;
  found[n++] = start;
  for (i32 i = h->fixed_of[item]; i < h->fixed_of[item + 1] && n < most; i++)
    if (h->fixed[i] > found[0] && h->fixed[i] < k->start_hi) found[n++] = h->fixed[i];
  while (h->step_min[item] && start != NO_TIME && n - 1 < k->most_later && n < most) {
    start = open_start(h, item, start + h->step_min[item], k->start_hi);
    int again = start == NO_TIME;
    for (i32 j = 1; j < n && !again; j++) again = found[j] == start;
    if (!again) found[n++] = start;
  }
  for (i32 i = 2; i < n; i++) { /* the later ones in order, each once */
    i32 x = found[i], j = i;
    while (j > 1 && found[j - 1] > x) { found[j] = found[j - 1]; j--; }
    found[j] = x;
  }
  return n;
}

static i32 first_start(const Listing *l, i32 item, i32 ready) {
  i32 found[64];
  return starts(l, item, ready, found, 64) ? found[0] : NO_TIME;
}

static i32 last_start(const Listing *l, i32 item, i32 latest) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  i32 best = NO_TIME;
  if (h->only_fixed[item]) {
    for (i32 n = h->fixed_of[item]; n < h->fixed_of[item + 1]; n++)
      if (h->fixed[n] >= k->start_lo && h->fixed[n] <= latest) best = most_of(best, h->fixed[n]);
    return best;
  }
  for (i32 n = h->spans_of[item]; n < h->spans_of[item + 1]; n++) {
    i32 opens = h->span[2 * n], closes = h->span[2 * n + 1];
    i32 start = least_of(least_of(latest, closes - h->duration[item]), k->start_hi - 1);
    if (start > opens) start = most_of(opens, down(start, h->grid));
    if (start >= most_of(opens, k->start_lo)) best = most_of(best, start);
  }
  return best;
}

/* When a group leaves its last place, after lunch where that is due; NO_TIME without room for lunch. */
static i32 left(const Listing *l, const i32 *items, const i32 *at, i32 count, i32 lunch_after) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  i32 last = items[count - 1], leaves = at[count - 1] + h->duration[last] + h->after[last];
  if (lunch_after != count - 1 || !k->has_lunch) return leaves;
  leaves = most_of(leaves, k->lunch_start) + k->lunch_need;
  return leaves <= k->lunch_end ? leaves : NO_TIME;
}

static i32 way(const Houses *h, i32 a, i32 b) { return h->ride[a * h->places + b]; }

static int waits(const Listing *l, i32 item, i32 next, i32 wait) {
  const Houses *h = l->houses;
  return wait > h->most_wait && h->place[item] != l->task->base && h->place[next] != l->task->base;
}

static i32 leaves_base(const Listing *l, i32 item, i32 start) {
  const Houses *h = l->houses;
  return start - h->before[item] - way(h, l->task->base, h->place[item]);
}

/* The starts of a tour that leaves at `lo` at the earliest; false where there are none. */
static int forward(const Listing *l, const Stub *s, i32 lo, i32 *at) {
  const Houses *h = l->houses;
  i32 leaves = lo, here = l->task->base;
  for (i32 n = 0; n < s->count; n++) {
    i32 item = s->items[n];
    if (leaves == NO_TIME) return 0;
    i32 ready = leaves + way(h, here, h->place[item]) + h->before[item];
    i32 start = first_start(l, item, most_of(ready, s->starts[n]));
    if (start == NO_TIME || (n && waits(l, s->items[n - 1], item, start - ready))) return 0;
    at[n] = start;
    here = h->place[item];
    leaves = left(l, s->items, at, n + 1, s->lunch_after);
  }
  return 1;
}

/* When a group leaves a session at the latest for what follows to stay as it is; NO_TIME for any time. */
static i32 leave_by(const Listing *l, const Stub *s, const i32 *at, i32 n) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  int eats = s->lunch_after == n && k->has_lunch;
  if (n == s->count - 1) return eats ? k->lunch_start : NO_TIME;
  i32 next = s->items[n + 1], by = at[n + 1] - h->before[next] - way(h, h->place[s->items[n]], h->place[next]);
  return eats ? least_of(by, k->lunch_end) - k->lunch_need : by;
}

static void backward(const Listing *l, const Stub *s, i32 *at) {
  const Houses *h = l->houses;
  for (i32 n = s->count - 1; n >= 0; n--) {
    i32 item = s->items[n], by = leave_by(l, s, at, n);
    if (by == NO_TIME || given_at(l->task, item) != NONE || h->is_shared[item]) continue;
    i32 latest = by - h->after[item] - h->duration[item];
    if (latest > at[n]) at[n] = most_of(at[n], last_start(l, item, latest));
  }
}

static i32 idle_of(const Listing *l, const Stub *s, const i32 *at) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  i32 idle = 0;
  for (i32 n = 0; n < s->count; n++) {
    i32 item = s->items[n], place = h->place[item];
    i32 leaves = at[n] + h->duration[item] + h->after[item];
    if (s->lunch_after == n && k->has_lunch) {
      if (!h->is_base[place]) idle += most_of(0, k->lunch_start - leaves);
      leaves = most_of(leaves, k->lunch_start) + k->lunch_need;
    }
    if (n + 1 == s->count) break;
    i32 next = s->items[n + 1];
    if (!h->is_base[h->place[next]] && place != k->base)
      idle += most_of(0, at[n + 1] - (leaves + way(h, place, h->place[next]) + h->before[next]));
  }
  return idle;
}

static u64 hash_of(const Listing *l, const Tour *t) {
  u64 sum = 0, shared = 1469598103934665603ULL;
  for (i32 n = 0; n < t->count; n++) {
    u64 x = (u64)t->items[n] + 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    sum += x ^ (x >> 27);
    if (l->houses->is_shared[t->items[n]]) shared = (shared ^ (u64)(u64)t->starts[n]) * 1099511628211ULL;
  }
  u64 all = sum ^ shared ^ (t->lunch_after == NONE ? 0x5bd1e995ULL : 0);
  return all ^ (all >> 29);
}

static int alike(const Listing *l, const Tour *a, const Tour *b) {
  if (a->count != b->count || (a->lunch_after == NONE) != (b->lunch_after == NONE)) return 0;
  for (i32 n = 0; n < a->count; n++) {
    int there = 0;
    for (i32 m = 0; m < b->count && !there; m++) there = b->items[m] == a->items[n];
    if (!there) return 0;
  }
  i32 m = 0;
  for (i32 n = 0; n < a->count; n++) { /* shared starts in the order of each */
    if (!l->houses->is_shared[a->items[n]]) continue;
    while (m < b->count && !l->houses->is_shared[b->items[m]]) m++;
    if (m == b->count || a->starts[n] != b->starts[m]) return 0;
    m++;
  }
  return 1;
}

static void grow_table(Listing *l) {
  l->table_size = l->table_size ? 2 * l->table_size : 4096;
  free(l->table);
  l->table = calloc((size_t)l->table_size, sizeof(i32));
  for (i32 n = 0; n < l->count; n++) {
    u64 at = hash_of(l, &l->found[n]) & (u64)(l->table_size - 1);
    while (l->table[at]) at = (at + 1) & (u64)(l->table_size - 1);
    l->table[at] = n + 1;
  }
}

static void record(Listing *l, const Tour *tour) {
  if (2 * l->count >= l->table_size) grow_table(l);
  u64 at = hash_of(l, tour) & (u64)(l->table_size - 1);
  for (; l->table[at]; at = (at + 1) & (u64)(l->table_size - 1)) {
    Tour *known = &l->found[l->table[at] - 1];
    if (!alike(l, known, tour)) continue;
    i32 mine = tour->ride + tour->idle, its = known->ride + known->idle;
    if (mine < its || (mine == its && tour->back < known->back)) *known = *tour;
    return;
  }
  if (l->count == l->room) {
    l->room = l->room ? 2 * l->room : 1024;
    l->found = realloc(l->found, sizeof(Tour) * (size_t)l->room);
  }
  l->found[l->count++] = *tour;
  l->table[at] = l->count;
}

static void keep_one(Listing *l, const Stub *s) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  u8 meals = s->lunch_after != NONE ? LUNCH : 0;
  for (i32 n = 0; n < s->count; n++) meals |= h->meal[s->items[n]];
  int has_meal = (meals & k->meal) || (k->is_long && !k->has_lunch);
  if (k->is_long && !has_meal) return;
  i32 lo = has_meal ? k->meal_lo : k->lo, hi = has_meal ? k->meal_hi : k->hi;
  i32 at[MOST_ITEMS];
  if (lo > leaves_base(l, s->items[0], s->starts[0])) {
    if (!forward(l, s, lo, at)) return;
  } else {
    memcpy(at, s->starts, sizeof at);
  }
  backward(l, s, at);
  i32 leaves = left(l, s->items, at, s->count, s->lunch_after);
  if (leaves == NO_TIME) return;
  Tour tour;
  memset(&tour, 0, sizeof tour);
  tour.count = s->count;
  memcpy(tour.items, s->items, sizeof tour.items);
  memcpy(tour.starts, at, sizeof(i32) * (size_t)s->count);
  tour.lunch_after = k->has_lunch ? s->lunch_after : NONE;
  tour.out = leaves_base(l, s->items[0], at[0]);
  i32 here = k->base;
  for (i32 n = 0; n <= s->count; n++) {
    i32 there = n < s->count ? h->place[s->items[n]] : k->base;
    tour.ride += way(h, here, there);
    tour.vehicle |= h->rides[here * h->places + there];
    tour.moves |= here != there;
    here = there;
  }
  tour.back = leaves + way(h, h->place[s->items[s->count - 1]], k->base);
  if (tour.back > hi || (k->is_long && tour.back <= k->noon)) return;
  tour.idle = idle_of(l, s, at);
  for (i32 n = 0; n < s->count; n++) tour.meals |= h->meal[s->items[n]];
  if (tour.lunch_after != NONE) tour.meals |= LUNCH;
  record(l, &tour);
}

static void keep(Listing *l, const Stub *s) {
  for (i32 g = 0; g < l->task->given; g++) if (!holds(s, l->task->given_item[g])) return;
  keep_one(l, s);
  if (l->task->is_long && l->task->has_lunch && s->lunch_after == NONE) {
    Stub fed = *s;
    fed.lunch_after = s->count - 1;
    keep_one(l, &fed);
  }
}

typedef struct { Stub *stub; i32 count, room; } Level;

static void push(Level *level, const Stub *stub) {
  if (level->count == level->room) {
    level->room = level->room ? 2 * level->room : 1024;
    level->stub = realloc(level->stub, sizeof(Stub) * (size_t)level->room);
  }
  level->stub[level->count++] = *stub;
}

/* Tours that go on from one to an item, with the starts it may have then; false when the steps are over. */
static int go_on(Listing *l, const Stub *s, i32 item, Level *following) {
  const Houses *h = l->houses;
  const Task *k = l->task;
  i32 ready, found[64];
  if (s->count) {
    i32 leaves = left(l, s->items, s->starts, s->count, s->lunch_after);
    if (leaves == NO_TIME) return 1;
    ready = leaves + way(h, h->place[s->items[s->count - 1]], h->place[item]) + h->before[item];
  } else {
    ready = least_of(k->lo, k->meal_lo) + way(h, k->base, h->place[item]) + h->before[item];
  }
  i32 many = starts(l, item, ready, found, 64);
  for (i32 n = 0; n < many; n++) {
    if (s->count && waits(l, s->items[s->count - 1], item, found[n] - ready)) return 1;
    i32 back = found[n] + h->duration[item] + h->after[item] + way(h, h->place[item], k->base);
    if (back > most_of(k->hi, k->meal_hi)) continue;
    if (++l->steps > k->most_steps) return 0;
    Stub longer = *s;
    longer.items[longer.count] = item;
    longer.starts[longer.count++] = found[n];
    keep(l, &longer);
    push(following, &longer);
  }
  return 1;
}

static int longer(Listing *l, const Stub *s, Level *following) {
  const Task *k = l->task;
  if (s->count >= l->houses->longest + k->given || s->count >= MOST_ITEMS) return 1;
  int missing = 0;
  for (i32 g = 0; g < k->given && !missing; g++) missing = !holds(s, k->given_item[g]);
  for (i32 c = 0; c < k->candidates; c++) {
    i32 item = k->candidate[c];
    if (holds(s, item) || (missing && given_at(k, item) == NONE && s->count >= l->houses->longest)) continue;
    if (!go_on(l, s, item, following)) return 0;
    if (k->is_long && k->has_lunch && s->count && s->lunch_after == NONE) {
      Stub fed = *s;
      fed.lunch_after = s->count - 1;
      if (!go_on(l, &fed, item, following)) return 0;
    }
  }
  return 1;
}

/* List the tours of a task. The caller frees them with `geleit_tours_free`; `steps` tells how many were looked at. */
i32 geleit_tours_list(const Houses *houses, const Task *task, Tour **found, i32 *steps) {
  Listing l = {houses, task, NULL, 0, 0, 0, NULL, 0};
  Level level = {NULL, 0, 0}, following = {NULL, 0, 0};
  Stub empty;
  memset(&empty, 0, sizeof empty);
  empty.lunch_after = NONE;
  push(&level, &empty);
  int going = 1;
  while (level.count && going) {
    following.count = 0;
    for (i32 n = 0; n < level.count && going; n++) going = longer(&l, &level.stub[n], &following);
    Level swap = level;
    level = following;
    following = swap;
  }
  free(level.stub);
  free(following.stub);
  free(l.table);
  *found = l.found;
  *steps = l.steps;
  return l.count;
}

void geleit_tours_free(Tour *found) { free(found); }
