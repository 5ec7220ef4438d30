import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Sealer } from '../../platform/crypto/sealed.ts';
import { caseloadBriefs } from '../../rules/bulk-brief.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import { packedCaseload } from '../../rules/packed-facts.ts';
import { SCHEME_SHORT } from '../../rules/scheme.ts';
import { sealContext } from '../household/index.ts';
import { entitlementIn } from '../review/index.ts';
import type { Standards } from '../standards/store.ts';
import type { ElsewhereRow, RegisterHousehold } from './household-store.ts';
import type { MatchedHousehold, MatchedMember } from './judge-household.ts';
import type { MatchingRun } from './store.ts';

type Known = {
  readonly run: Pick<MatchingRun, 'area' | 'month' | 'day'>;
  readonly standards: Standards;
  readonly sealer: Sealer;
  readonly shared: ReadonlyMap<string, readonly string[]>;
  readonly running: readonly ElsewhereRow[];
};

/** Households of the register as the rules look at them, with what the law gives them on the facts as they stand. */
export function matchedHouseholds(
  households: readonly RegisterHousehold[],
  known: Known,
): readonly MatchedHousehold[] {
  const { run, shared, standards } = known;
  const given = rulesGive(households, known);
  const running = Map.groupBy(known.running, ({ idIndex }) => idIndex);
  return households.map((household, index): MatchedHousehold => {
    const { benefitId, scheme, number, people, facts, deaths, entries, account } = household;
    const entry = entitlementIn(entries, run.month);
    const isPaid =
      entry !== undefined && (entry.standing === 'active' || entry.standing === 'gradual-exit');
    const numbers = (account && shared.get(account.number.index)) ?? [];
    return {
      ...{ benefitId, scheme, schemeTitle: SCHEME_SHORT[scheme], kin: household.kin },
      members: people.map((person): MatchedMember => {
        const { memberId, name, covered, birth } = person;
        return {
          ...{ memberId, name, covered },
          birth: facts?.members.find(({ id }) => id === memberId)?.birth ?? birth,
          sex: facts?.members.find(({ id }) => id === memberId)?.sex ?? null,
          idNumber: openedId(known.sealer, household, person),
          isDead: deaths.some((each) => each.memberId === memberId),
        };
      }),
      familySize: facts?.members.length ?? null,
      isPaid,
      amount: entry?.amount ?? fen(0),
      ruleAmount: entry?.standing === 'active' ? (given[index]?.amount ?? null) : null,
      standard: given[index]?.standard ?? null,
      dueIn: (month: Month) => dueIn(entries, month),
      accountHolder: account?.holder ?? '',
      sharesAccountWith:
        isPaid && (entry?.amount ?? 0) > 0 ? numbers.filter((each) => each !== number) : [],
      elsewhere: people.flatMap(({ memberId, idNumber, covered }) =>
        !covered
          ? []
          : (running.get(idNumber?.index ?? '') ?? [])
              .filter((each) => each.benefitId !== benefitId)
              .map((each) => ({
                memberId,
                what: `${SCHEME_SHORT[each.scheme]}（${standards.nameOf(each.township)}，${each.number}）`,
              })),
      ),
    };
  });
}

/** What was due in a month; null before the register knows anything. */
function dueIn(entries: RegisterHousehold['entries'], month: Month): Fen | null {
  const entry = entitlementIn(entries, month);
  if (!entry) return null;
  const isDue = entry.standing === 'active' || entry.standing === 'gradual-exit';
  return isDue ? entry.amount : fen(0);
}

/** The number in plain text, for its check digit and its date; '' where it was sealed elsewhere and does not open. */
function openedId(
  sealer: Sealer,
  { benefitId, caseId }: RegisterHousehold,
  { memberId, idNumber }: RegisterHousehold['people'][number],
): string {
  if (!idNumber) return '';
  const contexts = [
    `benefit:${benefitId}:member:${memberId}:idNumber`,
    ...(caseId === '' ? [] : [sealContext(caseId, 'idNumber', memberId)]),
  ];
  for (const context of contexts) {
    try {
      return sealer.open(context, idNumber);
    } catch {
      // Bound to the other place it may have come from.
    }
  }
  return '';
}

type Given = { readonly amount: Fen | null; readonly standard: Fen | null };

/** Amount and standard of 低保 by the rules; of families without facts only the higher of the two standards. */
function rulesGive(
  households: readonly RegisterHousehold[],
  { run, standards }: Known,
): readonly Given[] {
  const region = standards.regionOf(run.area);
  const asOf = { on: `${run.month}-01` as LocalDate, knownOn: run.day };
  const nobody = householdFactsSchema.parse({
    place: run.area,
    residence: 'urban',
    members: [{ id: 'm1', relation: 'self' }],
  });
  const briefs = caseloadBriefs(
    packedCaseload([nobody, ...households.flatMap(({ facts }) => facts ?? [])]),
    () => region,
    asOf,
  );
  const standard = briefs[0]?.standard ?? null;
  let at = 0;
  return households.map(({ facts, scheme }) => {
    if (!facts) return { amount: null, standard };
    at += 1;
    const brief = briefs[at];
    const dibao = brief?.schemes.dibao;
    // Of single members and of what is not settled nobody can say what the household should get.
    const isTold =
      scheme === 'dibao' &&
      dibao !== undefined &&
      !('refused' in dibao) &&
      dibao.persons.length === 0;
    const amount = isTold && dibao.outcome === 'eligible' ? dibao.amount : null;
    return { amount, standard: brief?.standard ?? standard };
  });
}
