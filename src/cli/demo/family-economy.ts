import { type Fen, fen } from '../../kernel/fen.ts';
import { ageOn, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type {
  AssetFacts,
  HouseholdFacts,
  MemberFacts,
  SpendingFacts,
  SupporterFacts,
  TransferFacts,
} from '../../rules/facts.ts';
import { type Draft, type Economy, incomesOf } from './family-income.ts';
import type { Random } from './random.ts';
import { percentOf, yuan } from './synthetic-money.ts';
import { unaskedSupporter } from './unasked.ts';

type Lists = Pick<
  HouseholdFacts,
  'incomes' | 'transfersPaid' | 'assets' | 'supporters' | 'spendings'
>;

/** Made-up means, mostly below the standards, with a few families that own or earn too much. */
export function economyOf(economy: Economy): Lists {
  const each = <T>(list: (member: MemberFacts) => T[]) => economy.members.flatMap(list);
  return {
    incomes: numbered(
      'i',
      each((member) => incomesOf(economy, member, ageOf(member, economy.on))),
    ),
    transfersPaid: numbered(
      't',
      each((member) => transfersOf(member)),
    ),
    assets: numbered('a', assetsOf(economy)),
    supporters: numbered('s', supportersOf(economy)),
    spendings: numbered(
      'p',
      each((member) => spendingsOf(economy, member)),
    ),
  };
}

function ageOf(member: MemberFacts, on: LocalDate): number {
  return member.birth === null ? 0 : ageOn(member.birth, on);
}

function numbered<T extends object>(letter: string, drafts: readonly T[]): (T & { id: string })[] {
  return drafts.map((draft, index) => ({ id: `${letter}${index + 1}`, ...draft }));
}

function transfersOf(member: MemberFacts): Draft<TransferFacts>[] {
  if (member.employment !== 'employed' && member.employment !== 'flexible') return [];
  // The residents' medical insurance of one year.
  return [{ member: member.id, kind: 'social-insurance', period: 'per-year', amount: fen(400_00) }];
}

function assetsOf({ random, residence, members, on }: Economy): Draft<AssetFacts>[] {
  const [head] = members;
  if (head === undefined) return [];
  const owner = head.id;
  const none = { vehicleUse: null, houseKind: null, areaSquareMetres: null, acquiredOn: null };
  const bare = { owner, ...none, registeredCapital: null };
  const since = (years: number) =>
    localDate(`${Number(on.slice(0, 4)) - random.whole(1, years)}-06-01`);
  const list: Draft<AssetFacts>[] = [
    { ...bare, kind: 'deposit', value: deposit(random), necessary: false },
    {
      ...bare,
      kind: 'house',
      value: yuan(random, 20_000, 150_000),
      necessary: true,
      houseKind: random.weighted(residence === 'urban' ? URBAN_HOUSES : RURAL_HOUSES),
      areaSquareMetres: random.whole(35, 140),
      acquiredOn: since(Math.min(30, ageOf(head, on) - 20)),
    },
  ];
  const use = random.weighted(VEHICLES);
  if (use !== null) {
    const value = use === 'private' ? yuan(random, 20_000, 90_000) : yuan(random, 500, 4000);
    const necessary = use !== 'private';
    list.push({
      ...bare,
      kind: 'vehicle',
      value,
      necessary,
      vehicleUse: use,
      acquiredOn: since(8),
    });
  }
  return list;
}

const URBAN_HOUSES = [
  ['reform-housing', 4],
  ['public-rental', 3],
  ['relocation', 2],
  ['commercial', 1],
] as const;
const RURAL_HOUSES = [
  ['self-built', 85],
  ['relocation', 10],
  ['dilapidated', 5],
] as const;
const VEHICLES = [
  [null, 75],
  ['electric-bike', 12],
  ['motorcycle', 10],
  ['private', 3],
] as const;

function deposit(random: Random): Fen {
  return random.chance(0.03) ? yuan(random, 60_000, 200_000) : yuan(random, 0, 9000);
}

/** Those who live elsewhere and owe support: children of old members, the absent parent of minors. */
function supportersOf({ random, members, on }: Economy): Draft<SupporterFacts>[] {
  const old = members.filter((member) => ageOf(member, on) >= 60);
  const ofOld = old.flatMap((member) =>
    Array.from({ length: random.weighted(CHILDREN_ELSEWHERE) }, () =>
      supporter(random, member, 'child'),
    ),
  );
  const [first, ...siblings] = members.filter((member) => ageOf(member, on) < 18);
  const couple = members.some((member) => member.relation === 'spouse');
  const orphaned = first?.relation === 'child' && random.chance(0.5);
  if (first === undefined || couple || orphaned) return ofOld;
  const parent = supporter(random, first, 'parent');
  const ofSiblings = siblings.map(({ id }) => ({ ...parent, supports: id }));
  return [...ofOld, parent, ...ofSiblings];
}

const CHILDREN_ELSEWHERE = [
  [0, 45],
  [1, 30],
  [2, 17],
  [3, 8],
] as const;
const EXEMPTIONS = [
  ['none', 80],
  ['dibao', 10],
  ['margin-or-rigid', 4],
  ['missing', 4],
  ['serving-sentence', 2],
] as const;

function supporter(
  random: Random,
  member: MemberFacts,
  relation: 'child' | 'parent',
): Draft<SupporterFacts> {
  const exemption = random.weighted(EXEMPTIONS);
  const away = exemption === 'missing' || exemption === 'serving-sentence';
  const familySize = random.whole(1, 5);
  const agrees = !away && relation === 'parent' && random.chance(0.5);
  return {
    ...unaskedSupporter,
    supports: member.id,
    relation,
    familySize,
    familyMonthlyIncome: away ? fen(0) : yuan(random, 600 * familySize, 2600 * familySize),
    supportedPersons: random.whole(relation === 'parent' ? 2 : 1, 3),
    agreedMonthly: agrees ? yuan(random, 200, 500) : fen(0),
    actualMonthly: away || random.chance(0.5) ? fen(0) : yuan(random, 50, 300),
    exemption,
  };
}

function spendingsOf(economy: Economy, member: MemberFacts): Draft<SpendingFacts>[] {
  const { random, cause } = economy;
  const list: Draft<SpendingFacts>[] = [];
  const add = (kind: SpendingFacts['kind'], ownShare: Fen) =>
    list.push({
      member: member.id,
      kind,
      ownShare,
      aidReceived: aidFor(random, ownShare),
      publicPrice: null,
    });
  if (member.seriouslyIll) add('medical', yuan(random, 6000, 60_000));
  if (member.disabilityGrade !== null && random.chance(0.4)) {
    add('rehabilitation', yuan(random, 500, 6000));
  }
  const inSchool = member.studentLevel !== 'none' && member.studentLevel !== 'preschool';
  const feePaying = member.studentLevel !== 'compulsory' || cause === 'education';
  if (inSchool && feePaying) add('education', yuan(random, 3000, 12_000));
  if (cause === 'disaster' && member.relation === 'self') {
    add('disaster', yuan(random, 5000, 60_000));
  }
  return list;
}

function aidFor(random: Random, ownShare: Fen): Fen {
  return random.chance(0.7) ? fen(0) : percentOf(ownShare, random.whole(5, 30));
}
