/*
 * The hand-written loop of hand-loop.ts in C: what the machine allows. Reads columns written by c-floor.ts, repeats
 * them so often in memory of its own, and prints the seconds of this thread for each round, then how many households
 * are eligible and what they get together.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ARRAYS = 42, MAX_CHUNKS = 1 << 16 };
enum { EXEMPT, WAGE, NET, GROSS };
enum { NONE, MONEY, VEHICLE, HOME, PREMISES, FIRM };

typedef struct { int32_t standard, cost_cap, full, partial; } Area;

/* The order of hand-column.ts. */
typedef struct {
  const int32_t *area, *member, *birth;
  const uint8_t *relation, *status;
  const int32_t *apart_since;
  const uint8_t *student, *full_time, *independent, *statutory, *together;
  const int32_t *months;
  const uint8_t *labour, *no_work, *disability, *grade;
  const int32_t *income;
  const uint8_t *kind, *period;
  const int32_t *amount, *costs, *transfer;
  const uint8_t *paid_period;
  const int32_t *paid, *asset;
  const uint8_t *asset_kind;
  const int32_t *value;
  const uint8_t *necessary, *vehicle_use, *house_kind;
  const int32_t *capital, *supporter;
  const uint8_t *exemption;
  const int32_t *agreed, *actual, *family_income;
  const uint8_t *family_size, *supported;
  const int32_t *spending;
  const uint8_t *spending_kind;
  const int32_t *own_share, *aid;
} Columns;

/* What the loop knows of the code lists, in the order c-floor.ts writes it. */
typedef struct {
  uint8_t bound_always[32], bound_if_found[32], shut_out[32], up_to_bachelor[32], treated[64],
      is_labour[64], cost_share[64], times[32], asset[32], deducted[32];
  uint8_t self, spouse, child, clergy, full, partial, wheelchair, vehicle, rented;
} Codes;

typedef struct {
  double *size, *top, *bottom, *amount;
  uint8_t *eligible;
} Found;

static Area areas[256];
static Codes codes;

static int is_counted(const Columns *c, int m, int age, int day) {
  int status = c->status[m], is = c->relation[m];
  if (status != 0) {
    if (codes.shut_out[status]) return 0;
    if (status == codes.clergy && day - c->apart_since[m] >= 30000) return 0;
  }
  if (is == codes.self || is == codes.spouse) return 1;
  if (is == codes.child) {
    if (age < 18 || c->independent[m] == 0) return 1;
    if (codes.up_to_bachelor[c->student[m]] && c->full_time[m] == 1) return 1;
  }
  return (codes.bound_always[is] || (codes.bound_if_found[is] && c->statutory[m] == 1)) &&
         c->together[m] == 1 && c->months[m] >= 12;
}

static int64_t income_of(const Columns *c, int m, int age, const Area *of) {
  int64_t wages = 0, wage_costs = 0, others = 0;
  int records = 0;
  for (int i = c->income[m]; i < c->income[m + 1]; i++) {
    int kind = c->kind[i], treated = codes.treated[kind];
    if (treated == EXEMPT) continue;
    int64_t times = codes.times[c->period[i]], gross = c->amount[i] * times;
    if (treated == GROSS) {
      others += gross;
      continue;
    }
    records |= codes.is_labour[kind];
    int share = codes.cost_share[kind];
    int64_t costs = share > 0 ? (gross * share + 50) / 100 : c->costs[i] * times;
    if (treated == NET) others += gross - costs;
    else wages += gross, wage_costs += costs;
  }
  if (!records && age >= 16 && age < 60 && c->student[m] == 0 && c->no_work[m] != 1)
    others += c->labour[m] == codes.full ? of->full : c->labour[m] == codes.partial ? of->partial : 0;
  int64_t less = wages < wage_costs ? wages : wage_costs;
  return others + wages - (less < of->cost_cap ? less : of->cost_cap);
}

static int64_t support_of(const Columns *c, int m, int line) {
  int64_t sum = 0;
  for (int s = c->supporter[m]; s < c->supporter[m + 1]; s++) {
    if (c->exemption[s] != 0) continue;
    int64_t due = c->agreed[s], given = c->actual[s], size = c->family_size[s];
    if (due == 0) {
      int64_t above = c->family_income[s] - line * size, parts = 4 * size * c->supported[s];
      due = above > 0 ? (2 * above + parts) / (2 * parts) : 0;
    }
    sum += due > given ? due : given;
  }
  return sum;
}

static void decide(const Columns *c, int households, int day, Found *into) {
  for (int h = 0; h < households; h++) {
    const Area *of = &areas[c->area[h]];
    int64_t standard = of->standard, size = 0, earned = 0, support = 0, spent = 0, extra = 0;
    int64_t money = 0, capital = 0;
    int vehicles = 0, homes = 0;
    for (int m = c->member[h]; m < c->member[h + 1]; m++) {
      int age = (day - c->birth[m]) / 10000;
      if (!is_counted(c, m, age, day)) continue;
      size++;
      earned += income_of(c, m, age, of);
      for (int t = c->transfer[m]; t < c->transfer[m + 1]; t++)
        earned -= (int64_t)c->paid[t] * codes.times[c->paid_period[t]];
      support += support_of(c, m, 2 * (int)standard);
      for (int p = c->spending[m]; p < c->spending[m + 1]; p++)
        if (codes.deducted[c->spending_kind[p]] && c->own_share[p] > c->aid[p])
          spent += c->own_share[p] - c->aid[p];
      for (int a = c->asset[m]; a < c->asset[m + 1]; a++) {
        int kind = c->asset_kind[a];
        switch (codes.asset[kind]) {
          case MONEY: money += c->value[a]; break;
          case VEHICLE:
            vehicles += !(kind == codes.vehicle && c->vehicle_use[a] == codes.wheelchair) &&
                        c->necessary[a] != 1;
            break;
          case HOME: homes += c->house_kind[a] != codes.rented; break;
          case PREMISES: vehicles += c->necessary[a] != 1; break;
          case FIRM: capital += c->capital[a]; break;
        }
      }
      int severe = c->disability[m] != 0 && c->grade[m] <= 2;
      int percent = severe ? 30 : age < 18 ? 15 : age >= 70 ? 10 : 0;
      extra += (standard * percent + 9999) / 10000 * 100;
    }
    int64_t top = earned - (spent < 2000000 ? spent : 2000000) + 12 * support, full = standard * size;
    if (top < 0) top = 0;
    int eligible = size > 0 && top < 12 * full && money <= 24 * full && vehicles == 0 && homes <= 1 &&
                   capital <= 10000000;
    int64_t least = 12 * ((full * 10 + 50) / 100), owed = 12 * full - top;
    int64_t paid = ((owed > least ? owed : least) + 1199) / 1200 * 100;
    into->size[h] = (double)size;
    into->top[h] = (double)top;
    into->bottom[h] = (double)(12 * (size > 1 ? size : 1));
    into->eligible[h] = (uint8_t)eligible;
    into->amount[h] = eligible ? (double)((paid < full ? paid : full) + extra) : 0;
  }
}

static int32_t number(FILE *file) {
  int32_t value;
  if (fread(&value, 4, 1, file) != 1) exit(1);
  return value;
}

static void *bytes(FILE *file, size_t size) {
  void *into = malloc(size + 8);
  if (into == NULL || fread(into, 1, size, file) != size) exit(1);
  return into;
}

int main(int count, char **given) {
  if (count != 4) return 2;
  FILE *file = fopen(given[1], "rb");
  int times = atoi(given[2]), rounds = atoi(given[3]);
  if (file == NULL) return 2;
  int chunks = number(file), day = number(file), area_count = number(file);
  if (chunks * times > MAX_CHUNKS || area_count > 256) return 2;
  if (fread(areas, sizeof(Area), area_count, file) != (size_t)area_count) return 1;
  if (fread(&codes, sizeof codes, 1, file) != 1) return 1;
  Columns *columns = calloc(chunks * times, sizeof(Columns));
  Found *found = calloc(chunks * times, sizeof(Found));
  int *households = calloc(chunks * times, sizeof(int));
  for (int k = 0; k < chunks; k++) {
    int size = number(file);
    for (int array = 0; array < ARRAYS; array++) {
      size_t length = number(file);
      void *first = bytes(file, length);
      for (int t = 0; t < times; t++) {
        void *own = t == 0 ? first : malloc(length + 8);
        if (t > 0) memcpy(own, first, length);
        ((void **)&columns[t * chunks + k])[array] = own;
      }
    }
    for (int t = 0; t < times; t++) {
      Found *into = &found[t * chunks + k];
      households[t * chunks + k] = size;
      into->size = calloc(size, 8), into->top = calloc(size, 8), into->bottom = calloc(size, 8);
      into->amount = calloc(size, 8), into->eligible = calloc(size, 1);
    }
  }
  for (int round = 0; round < rounds; round++) {
    struct timespec from, to;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
    for (int k = 0; k < chunks * times; k++) decide(&columns[k], households[k], day, &found[k]);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
    printf("%.9f\n", (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9);
  }
  double eligible = 0, amount = 0;
  for (int k = 0; k < chunks * times; k++)
    for (int h = 0; h < households[k]; h++) eligible += found[k].eligible[h], amount += found[k].amount[h];
  printf("%.0f %.0f\n", eligible, amount);
  return 0;
}
