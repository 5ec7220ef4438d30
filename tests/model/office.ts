import { placeCode } from '../../src/kernel/place.ts';
import type { Role } from '../../src/modules/identity/index.ts';
import type { MeetingPerson } from '../../src/modules/deliberation/decide.ts';

/** One post somebody holds; people of a small office hold several. */
export type Holder = { readonly person: string; readonly role: Role };

export const TOWNSHIP = placeCode('511702102');
export const VILLAGE = placeCode('511702102200');
export const OTHER_VILLAGE = placeCode('511702103200');

/** A township and its county bureau, with people whose posts get in each other's way. */
export const office: readonly Holder[] = [
  { person: 'clerk', role: 'window-clerk' },
  { person: 'officer', role: 'case-officer' },
  { person: 'officer-2', role: 'case-officer' },
  { person: 'officer-2', role: 'window-clerk' },
  { person: 'officer-3', role: 'case-officer' },
  { person: 'investigator-1', role: 'investigator' },
  { person: 'investigator-2', role: 'investigator' },
  { person: 'investigator-3', role: 'investigator' },
  { person: 'investigator-3', role: 'poster' },
  { person: 'secretary', role: 'secretary' },
  { person: 'secretary-2', role: 'secretary' },
  { person: 'chair', role: 'chair' },
  { person: 'chair-2', role: 'chair' },
  { person: 'investigator-4', role: 'investigator' },
  { person: 'chair-3', role: 'chair' },
  { person: 'voter-1', role: 'voter' },
  { person: 'voter-2', role: 'voter' },
  { person: 'voter-3', role: 'voter' },
  { person: 'voter-3', role: 'investigator' },
  { person: 'voter-4', role: 'voter' },
  { person: 'voter-4', role: 'window-clerk' },
  { person: 'poster', role: 'poster' },
  { person: 'aid', role: 'aid-officer' },
  { person: 'aid-2', role: 'aid-officer' },
  { person: 'aid-3', role: 'aid-officer' },
  { person: 'verifier', role: 'verifier' },
  { person: 'verifier-2', role: 'verifier' },
  { person: 'inspector', role: 'inspector' },
  { person: 'inspector-2', role: 'inspector' },
  { person: 'leader', role: 'county-leader' },
  { person: 'leader-2', role: 'county-leader' },
  { person: 'auditor', role: 'auditor' },
  { person: 'administrator', role: 'system-admin' },
];

/** Colleagues who are called when everybody else has handled the case already: they never act of themselves. */
export const spare: readonly Holder[] = (
  ['window-clerk', 'case-officer', 'investigator', 'secretary', 'poster', 'aid-officer'] as const
)
  .map((role): Holder => ({ person: `spare-${role}`, role }))
  .concat(
    (['verifier', 'inspector', 'county-leader'] as const).map((role) => ({
      person: `spare-${role}`,
      role,
    })),
  );

const COUNTY_ROLES: readonly Role[] = ['aid-officer', 'verifier', 'inspector', 'county-leader'];

export function holdersOf(roles: readonly Role[]): readonly Holder[] {
  return office.filter(({ role }) => roles.includes(role));
}

export const meetingPeople: readonly MeetingPerson[] = holdersOf([
  'voter',
  'chair',
  'secretary',
]).map(({ person, role }) => ({ person, name: person, role }));

export const entitled: readonly string[] = holdersOf(['chair', 'voter']).map(
  ({ person }) => person,
);

/** Who may be taken along on a visit: investigators and officers of the township, or the county's own. */
export const staffOf = (roles: readonly Role[]) =>
  holdersOf(roles).map(({ person, role }) => ({ person, name: person, roles: [role] }));

export const townshipVisitors = staffOf(['investigator', 'case-officer']);
export const countyVisitors = staffOf(COUNTY_ROLES);
