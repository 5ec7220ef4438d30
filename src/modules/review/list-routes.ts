import { dayOf, instant, type Instant } from '../../kernel/clock.ts';
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  monthOf,
} from '../../kernel/local-date.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { foldRows } from '../../platform/record/record.ts';
import { maskedState } from '../case/view.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import type { BenefitState } from './benefit-state.ts';
import * as contract from './contract.ts';
import { type Entitlement, entitlementIn, nextEntitlement } from './entitlement.ts';
import { isHiddenFrom } from './given.ts';
import {
  listRegister,
  listTasks,
  type RegisterFilter,
  type RegisterRow,
  sumRegister,
  type TaskRow,
} from './register-store.ts';
import { benefitKind, demandsOn, eventsUntil } from './store.ts';
import { reconfirmationTasks } from './round.ts';
import { listRoundTasks } from './reconfirmation-store.ts';
import { type Demands, type Task, tasksOf } from './task.ts';
import type { TaskKind } from './task-kind.ts';

type Search = ReturnType<typeof contract.registerSearch.parse>;

/** What a search asks of the register: never more than the asker's own area. */
export function filterOf(search: Search, area: string, today: LocalDate): RegisterFilter {
  const { township, kin, overdue, on, ...rest } = search;
  const truth = (word: 'true' | 'false' | undefined) => (word ? word === 'true' : undefined);
  return {
    ...rest,
    area: township?.startsWith(area) ? township : area,
    on: on && on < today ? on : today,
    kin: truth(kin),
    overdue: truth(overdue),
  };
}

export function lineOf(standards: Standards, { area, township, ...row }: RegisterRow) {
  return {
    ...row,
    townshipName: standards.nameOf(township),
    villageName: standards.nameOf(area),
  };
}

export function registerLists(router: Router, standards: Standards): void {
  const { benefitList, reviewTasks } = contract;
  queryRoute(router, benefitList, access.BenefitList, async ({ tx, asker, search, context }) => {
    const filter = filterOf(search, asker.area, dayOf(context.clock.now()));
    const { rows, next } = await listRegister(tx, filter);
    return {
      on: filter.on,
      benefits: rows.map((row) => lineOf(standards, row)),
      ...(await sumRegister(tx, filter)),
      next,
    };
  });
  queryRoute(router, reviewTasks, access.ReviewTasks, async ({ tx, asker, search, context }) => {
    const { kind, mine, township, days } = search;
    const today = dayOf(context.clock.now());
    const filter = {
      area: township?.startsWith(asker.area) ? township : asker.area,
      until: addDays(today, days),
      kind,
      role: mine === 'true' ? asker.role : undefined,
    };
    const tasks = await listTasks(tx, filter);
    const round = await listRoundTasks(tx, filter, demandsOn(standards, asker.area, today));
    const all = [...tasks, ...round].toSorted((a, b) =>
      a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0,
    );
    return tasksShown(standards, all, today, days);
  });
  registerView(router, standards);
}

function tasksShown(
  standards: Standards,
  tasks: readonly TaskRow[],
  today: LocalDate,
  days: number,
) {
  const isOverdue = ({ dueOn }: TaskRow) => dueOn !== '' && dueOn < today;
  const overdue = tasks.filter(isOverdue).length;
  const townships = Map.groupBy(tasks, ({ township }) => township);
  return {
    sentence: `${days} 天内有 ${tasks.length} 件要办，其中 ${overdue} 件已经超期。`,
    tasks: tasks.map(({ area, township, kind, ...task }) => ({
      ...task,
      kind: kind as TaskKind,
      townshipName: standards.nameOf(township),
      villageName: standards.nameOf(area),
      left: leftUntil(task.dueOn, today),
    })),
    townships: [...townships].map(([code, own]) => ({
      code,
      name: standards.nameOf(code),
      due: own.length,
      overdue: own.filter(isOverdue).length,
    })),
  };
}

function leftUntil(dueOn: string, today: LocalDate): number | null {
  return dueOn === '' ? null : daysBetween(today, localDate(dueOn));
}

function registerView(router: Router, standards: Standards): void {
  const { benefitView } = contract;
  const kind = benefitKind(standards);
  queryRoute(
    router,
    benefitView,
    access.BenefitView,
    async ({ tx, asker, params, search, context }) => {
      const loaded = await getOwn({ tx, asker, context }, kind, params.benefitId);
      if (isHiddenFrom(loaded.state, asker)) throw absent();
      const today = dayOf(context.clock.now());
      const past = search.on !== undefined && search.on < today;
      const on = past ? (search.on ?? today) : today;
      const rows = await eventsUntil(tx, loaded.id, past ? endOf(on) : null);
      if (rows.length === 0) throw absent();
      const state: BenefitState = past
        ? foldRows(kind, { state: kind.initial }, rows)
        : loaded.state;
      const names = await context.namesOf(tx, [
        ...new Set([...rows.map(({ actor }) => actor), ...checkersIn(state)]),
      ]);
      const entry = entitlementIn(state.entries, monthOf(on));
      return {
        benefitId: loaded.id,
        version: loaded.version,
        on,
        today,
        state: maskedState(state),
        standing: (entry ?? state.entries[0])?.standing ?? null,
        amount: entry?.amount ?? 0,
        next: nextShown(state.entries, on),
        townshipName: standards.nameOf(loaded.area.slice(0, 9)),
        villageName: standards.nameOf(loaded.area),
        tasks: (past ? [] : allTasks(state, demandsOn(standards, loaded.area, today))).map(
          ({ roles, ...task }) => ({
            ...task,
            roles: [...roles],
            left: leftUntil(task.dueOn, today),
          }),
        ),
        history: rows.map(({ seq, type, actor, occurred_on, recorded_at }) => ({
          seq,
          title: kind.titleOf(type),
          actor: names.get(actor) ?? '系统',
          occurredOn: occurred_on,
          recordedAt: recorded_at,
        })),
        names: Object.fromEntries(names),
      };
    },
  );
}

/** The yearly round goes by the day somebody looks, so that it is not among the tasks written with an event. */
function allTasks(state: BenefitState, demands: Demands): readonly Task[] {
  return [...tasksOf(state, demands), ...reconfirmationTasks(state, demands)];
}

function nextShown(entries: readonly Entitlement[], on: LocalDate) {
  const next = nextEntitlement(entries, monthOf(on));
  return next && { from: next.from, amount: next.amount, standing: next.standing };
}

/** The last instant of a day in China. */
function endOf(day: LocalDate): Instant {
  return instant(Date.parse(`${addDays(day, 1)}T00:00:00+08:00`) - 1);
}

function checkersIn({ reviews }: BenefitState): string[] {
  return reviews.flatMap(({ startedBy, checks, concluded }) => [
    startedBy,
    ...checks.flatMap(({ checkers, by }) => [...checkers, by]),
    ...(concluded ? [concluded.by] : []),
  ]);
}
