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
#include "moves.h"

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
