import type { LocalDate } from '../../kernel/local-date.ts';
import { fen } from '../../kernel/fen.ts';
import { placeCode } from '../../kernel/place.ts';
import { townshipsIn } from '../standards/township.ts';
import type { Standards } from '../standards/store.ts';
import { type AuthorityQuestion, becauseOf, faultOf } from './authority.ts';
import type { InstrumentGrid, InstrumentSummary } from './contract.ts';
import { instrumentSlot, type Matter, matterTitles, standingOf } from './delegation.ts';
import type { InstrumentRow, TownshipDecision } from './store.ts';

/** An instrument as a line of the list. */
export function summaryOf(
  { id, version, state }: InstrumentRow,
  standards: Standards,
  today: LocalDate,
): InstrumentSummary {
  const { content } = state;
  if (!content) throw new Error(`instrument ${id} has no content`);
  const needsBasis = standards.procedureOf(content.township, today).provincialBasisRequired.value;
  const standing = standingOf(state, today);
  return {
    instrumentId: id,
    township: content.township,
    townshipName: standards.nameOf(content.township),
    number: content.number,
    title: content.title,
    issuer: content.issuer,
    mode: content.mode,
    matters: [...content.matters],
    from: content.from,
    to: content.to,
    standing,
    lacksBasis: standing === 'in-force' && needsBasis && content.provincialBasis === null,
    version,
  };
}

type Cell = InstrumentGrid[number]['cells'][number];

// What a cell shows when several instruments touch it: the one that lets the township decide comes first.
const order = ['in-force', 'suspended', 'not-yet', 'draft', 'expired', 'withdrawn'] as const;

/** Township × matter as it holds today; a township sees its own line only. */
export function gridOf(
  rows: readonly InstrumentRow[],
  standards: Standards,
  area: string,
  today: LocalDate,
): InstrumentGrid {
  return townshipsIn(standards, area).map(({ code, name }) => ({
    township: code,
    name,
    cells: (Object.keys(matterTitles) as Matter[]).map((matter) =>
      cellOf(rows, code, matter, today),
    ),
  }));
}

function cellOf(
  rows: readonly InstrumentRow[],
  township: string,
  matter: Matter,
  today: LocalDate,
): Cell {
  const found = rows
    .filter(
      ({ state: { content } }) =>
        content?.township === township && content.matters.includes(matter),
    )
    .map(({ id, state }) => ({ id, state, standing: standingOf(state, today) }))
    .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const [first] = found;
  if (!first) return { matter, standing: 'none', until: null, instrumentId: null };
  const until = first.state.content?.to ?? null;
  return { matter, standing: first.standing, until, instrumentId: first.id };
}

type Outside = {
  caseId: string;
  number: string;
  applicant: string;
  townshipName: string;
  on: string;
  because: string;
};

/**
 * Decisions no instrument covered at the instant they were recorded (mission 1.3). What was entered or checked
 * later counts for nothing here, whatever dates the paper bears.
 */
export function outsideAuthority(
  decisions: readonly TownshipDecision[],
  instruments: readonly InstrumentRow[],
  standards: Standards,
): Outside[] {
  const byId = new Map(instruments.map((each) => [each.id, each.state]));
  return decisions.flatMap(({ decision, at, township, scheme, caseId, applicant }) => {
    const question: AuthorityQuestion = {
      township: placeCode(township),
      matter: scheme as Matter,
      act: 'confirm',
      amount: fen(decision.monthlyAmount),
      on: decision.on,
      at,
      basisRequired: standards.procedureOf(township, decision.on).provincialBasisRequired.value,
    };
    const state = byId.get(decision.instrumentId ?? '') ?? instrumentSlot.initial;
    const fault = faultOf(state, question);
    if (!fault) return [];
    return {
      caseId,
      number: decision.number,
      applicant,
      townshipName: standards.nameOf(township),
      on: decision.on,
      because: becauseOf(fault, state, question),
    };
  });
}
