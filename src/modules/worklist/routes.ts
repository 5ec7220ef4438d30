import { dayOf } from '../../kernel/clock.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';
import { isWorkingDay } from '../../kernel/working-day.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { inPostIn } from '../identity/store.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { openWork } from './item-store.ts';
import { listedAbsence, listedWork } from './listed-work.ts';
import type { Colleague } from './owner.ts';
import { absenceKind, absencesIn, awayOn, isWithinSight, workKind } from './store.ts';

export function registerWorklist(router: Router, standards: Standards): void {
  registerAbsences(router);
  registerAssigning(router);
  registerMine(router, standards);
  registerLoad(router, standards);
  registerVillage(router, standards);
}

const HOLDER = /^([0-9a-z-]{1,40})\.(\d{6}(?:\d{3}){0,2})$/;

/** Person and place of an id in the address. */
function holderIn(holderId: string): { person: string; area: string } {
  const [, person = '', area = ''] = HOLDER.exec(holderId) ?? [];
  if (person === '') throw absent();
  return { person, area };
}

const leads = (role: string) => access.AssignWork.roles.some((each) => each === role);

function registerAbsences(router: Router): void {
  streamCommand(router, absenceKind, {
    contract: contract.recordAbsence,
    access: access.RecordAbsence,
    id: ({ params }) => params.holderId,
    begins: ({ params }) => holderIn(params.holderId).area,
    // Two absences of one person do not meet: that is looked at in the decider, not by versions.
    anyVersion: true,
    given: async ({ tx, act, asker, params, body }) => {
      const { person: holder, area } = holderIn(params.holderId);
      const today = dayOf(act.recordedAt);
      if (!(await isWithinSight(tx, area))) throw absent();
      const people = await inPostIn(tx, area, today);
      const postsOf = (person: string | null) =>
        people.filter((each) => each.person === person && each.area === area).map((p) => p.role);
      const absences = await absencesIn(tx, area, today);
      return {
        ...{ today, holder, mayRecord: asker.person === holder || leads(asker.role) },
        held: postsOf(holder),
        heldBySubstitute: postsOf(body.substitute),
        substituteAway: absences.filter(({ person }) => person === body.substitute),
      };
    },
    decide: decide.recordAbsence,
  });
  streamCommand(router, absenceKind, {
    contract: contract.endAbsence,
    access: access.EndAbsence,
    id: ({ params }) => params.holderId,
    anyVersion: true,
    given: async ({ act, asker, params }) => ({
      today: dayOf(act.recordedAt),
      mayRecord: asker.person === holderIn(params.holderId).person || leads(asker.role),
    }),
    decide: decide.endAbsence,
  });
}

/** What a post is told of: the work of its place and of what lies below. */
const seenBy = ({ area, role }: Asker) => ({ area, role });

function registerAssigning(router: Router): void {
  streamCommand(router, workKind, {
    contract: contract.assignWork,
    access: access.AssignWork,
    id: ({ params }) => params.itemId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    given: async ({ tx, act, asker, params }) => {
      const today = dayOf(act.recordedAt);
      const items = await openWork(tx, { ...seenBy(asker), today, itemId: params.itemId });
      return {
        // The county gives out its own work; a township's is its leader's to give.
        item: items.find(({ place }) => place === asker.area) ?? null,
        people: await inPostIn(tx, asker.area, today),
        away: awayOn(await absencesIn(tx, asker.area, today), today),
      };
    },
    decide: decide.assignWork,
  });
}

/** The names of everybody a list speaks of: people of the place, and of the county above it. */
async function namesFor(
  { context, tx }: { context: Router['context']; tx: ReadTx },
  persons: readonly string[],
) {
  return context.namesOf(tx, [...new Set(persons.filter((each) => each !== ''))]);
}

function byPerson(people: readonly Colleague[], area: string) {
  const own = Map.groupBy(
    people.filter((each) => each.area === area),
    ({ person }) => person,
  );
  return [...own.values()].flatMap((posts) => {
    const [first] = posts;
    return first
      ? [{ person: first.person, name: first.name, roles: posts.map(({ role }) => role) }]
      : [];
  });
}

function registerMine(router: Router, standards: Standards): void {
  queryRoute(router, contract.myWork, access.MyWork, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const items = await openWork(tx, { ...seenBy(asker), today });
    const own = items.filter(({ owner }) => owner === asker.person);
    const people = await inPostIn(tx, asker.area, today);
    const absences = (await absencesIn(tx, asker.area, today)).filter(
      ({ person, area }) => person === asker.person && area === asker.area,
    );
    const substitutes = absences.map(({ substitute }) => substitute);
    const names = await namesFor({ context, tx }, [asker.person, ...substitutes]);
    const held = people.filter((each) => isOwnPost(each, asker)).map(({ role }) => role);
    return {
      today,
      holderId: `${asker.person}.${asker.area}`,
      items: own.map((each) => listedWork(each, { standards, today, names })),
      absences: absences.map((each) => listedAbsence(each, { names })),
      colleagues: byPerson(people, asker.area).filter(
        ({ person, roles }) => person !== asker.person && roles.some((role) => held.includes(role)),
      ),
    };
  });
}

function isOwnPost({ person, area }: Colleague, asker: Asker): boolean {
  return person === asker.person && area === asker.area;
}

function registerLoad(router: Router, standards: Standards): void {
  queryRoute(router, contract.workload, access.Workload, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const sunday = addDays(today, 7 - weekday(today));
    const people = await inPostIn(tx, asker.area, today);
    const absences = await absencesIn(tx, asker.area, today);
    const away = awayOn(absences, today);
    const all = await openWork(tx, { ...seenBy(asker), today });
    const owners = all.map(({ owner }) => owner);
    const involved = absences.flatMap(({ person, substitute }) => [person, substitute]);
    const names = await namesFor({ context, tx }, [...owners, ...involved]);
    const listed = all.map((each) => listedWork(each, { standards, today, names }));
    // A place sees its own work; a superior also what has been late below for too long, and what nobody there may do.
    const items = listed.filter(
      ({ place, escalated, owner }) => place === asker.area || escalated || owner === asker.person,
    );
    return {
      ...{ today, place: asker.area, items },
      people: byPerson(people, asker.area).map((each) => {
        const own = listed.filter(({ owner }) => owner === each.person);
        return {
          ...{ ...each, holderId: `${each.person}.${asker.area}`, open: own.length },
          thisWeek: own.filter(({ dueOn }) => dueOn !== '' && dueOn <= sunday).length,
          late: own.filter(({ late }) => late > 0).length,
          away: away.has(each.person),
        };
      }),
      unowned: items.filter(({ owner }) => owner === '').length,
      absences: absences
        .filter(({ area }) => area === asker.area)
        .map((each) => listedAbsence(each, { names })),
      escalateAfter: standards.procedureOf(asker.area, today).workEscalationWorkingDays.value,
    };
  });
}

/** What a village team does in a household's village: visits, checks, posters. */
const teamRoles = ['investigator', 'poster'];

function registerVillage(router: Router, standards: Standards): void {
  queryRoute(router, contract.villageWeek, access.VillageWeek, async (call) => {
    const { tx, asker, context, params, search } = call;
    requireArea(context, asker, params.village);
    const villages = placesIn(standards, params.village.slice(0, 9)).filter(
      ({ level }) => level === 'village',
    );
    // A township's own code asks for the week of all its villages.
    const isKnown = villages.some(({ code }) => code.startsWith(params.village));
    if (!isKnown || !(await isWithinSight(tx, params.village))) throw absent();
    const today = dayOf(context.clock.now());
    const found = await openWork(tx, {
      ...{ ...seenBy(asker), area: params.village.slice(0, 9), today },
    });
    const work = found.filter(({ roles }) => roles.some((role) => teamRoles.includes(role)));
    const own = work.filter(({ area }) => area.startsWith(params.village));
    const names = await namesFor(
      { context, tx },
      own.map(({ owner }) => owner),
    );
    const items = own.map((each) => listedWork(each, { standards, today, names }));
    const monday = mondayOf(search.from ?? today);
    const days = Array.from({ length: 7 }, (_, no) => addDays(monday, no));
    const last = days.at(-1) ?? monday;
    return {
      village: params.village,
      villageName: standards.nameOf(params.village),
      days: days.map((day) => ({
        day,
        working: isWorkingDay(standards.calendarOf(params.village), day) ?? weekday(day) < 6,
        items: items.filter(({ dueOn }) =>
          day === monday ? dueOn !== '' && dueOn <= day : dueOn === day,
        ),
      })),
      later: items.filter(({ dueOn }) => dueOn === '' || dueOn > last),
      villages: villages.map(({ code, name }) => ({
        ...{ code, name },
        open: work.filter(({ area }) => area === code).length,
      })),
    };
  });
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}
