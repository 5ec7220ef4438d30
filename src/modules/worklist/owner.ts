import type { Duty } from '../case/index.ts';
import type { Role } from '../identity/index.ts';

/** A piece of work that waits for somebody: a turn in a case, a task of a household, a check, a correction. */
export type WorkItem = {
  readonly itemId: string;
  /** The township or the county whose people do it. */
  readonly place: string;
  readonly roles: readonly Role[];
  /** Relatives of the family: they never get it, and are not told of it. */
  readonly recused: readonly string[];
  /** People whom an earlier duty on the same case keeps from this one (JT-06). */
  readonly separated: readonly string[];
  /** The only posts that may know of it; empty where everybody of the place may. */
  readonly readers: readonly Role[];
};

export type Colleague = {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
};

/** Who is away today, with whoever stands in ('' where nobody was named). */
export type Away = ReadonlyMap<string, string>;

export type Owner = { readonly person: string; readonly because: string };

/** The duty of somebody who acts in a stage, where there is one that others exclude. */
export const dutyOfStage: Readonly<Record<string, Duty>> = {
  intake: 'accept',
  verification: 'county-verify',
  investigation: 'visit',
  opinion: 'opinion',
  publicity: 'post',
  'county-visit': 'county-check',
  deliberation: 'minutes',
};

/** Who may be given the work: in post at its place today, there, no relative, kept from it by no earlier duty. */
export function candidatesFor(
  item: WorkItem,
  people: readonly Colleague[],
  away: Away,
): readonly Colleague[] {
  return people.filter(
    ({ person, role, area }) =>
      area === item.place &&
      item.roles.includes(role) &&
      !away.has(person) &&
      !item.recused.includes(person) &&
      !item.separated.includes(person),
  );
}

/**
 * Who gets a piece of work: whoever has it, as long as they may; of somebody away the substitute, where they may; else
 * the one with the least to do. Where nobody at the place may, its leader has to find somebody, and the county where
 * there is no leader: nothing lies with nobody (mission 6.1). What only some posts may know of stays among them.
 */
export function ownerFor(
  item: WorkItem,
  asked: {
    readonly people: readonly Colleague[];
    readonly away: Away;
    readonly held: string | null;
    readonly loads: ReadonlyMap<string, number>;
  },
): Owner | null {
  const { people, away, held, loads } = asked;
  const able = candidatesFor(item, people, away);
  const has = (person: string | null | undefined) => able.some((each) => each.person === person);
  if (held !== null && has(held)) return { person: held, because: '继续办理' };
  const substitute = held === null ? undefined : away.get(held);
  if (substitute && has(substitute))
    return { person: substitute, because: '原办理人离岗，由代办人接办' };
  const loadOf = ({ person }: Colleague) => loads.get(person) ?? 0;
  const [least] = able.toSorted((a, b) => loadOf(a) - loadOf(b) || (a.person < b.person ? -1 : 1));
  if (least) return { person: least.person, because: '按岗位和在办件数分办' };
  const above = leaderFor(item, people, away);
  return above && { person: above.person, because: '本岗位没有可以办理的人，报上一级安排' };
}

function leaderFor(
  { place, recused, readers }: WorkItem,
  people: readonly Colleague[],
  away: Away,
): Colleague | null {
  const leads = (role: Role, area: string) =>
    people.find(
      (each) =>
        each.role === role &&
        each.area === area &&
        !away.has(each.person) &&
        !recused.includes(each.person),
    );
  const county = place.slice(0, 6);
  if (readers.length > 0) return readers.flatMap((role) => leads(role, county) ?? [])[0] ?? null;
  return (
    leads('chair', place) ?? leads('aid-officer', county) ?? leads('county-leader', county) ?? null
  );
}
