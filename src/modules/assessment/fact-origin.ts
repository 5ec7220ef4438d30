import { fieldTexts } from '../../rules/household-field.ts';
import type { Correction, HouseholdState } from '../household/index.ts';
import { correctionBases } from './contract.ts';
import type { OriginOf, RecordedFact } from './sheet.ts';

/** The list of the facts that holds the records of a level. */
const LIST: Readonly<Record<string, string>> = {
  members: 'member',
  incomes: 'income',
  transfersPaid: 'transfer',
  assets: 'asset',
  supporters: 'supporter',
  spendings: 'spending',
  pastReliefs: 'pastRelief',
};

type Told = Pick<HouseholdState, 'declaration' | 'corrections'>;

/** Who said so: the family's declaration, or the last correction of that fact and what it rests on. */
export function originIn(household: Told): OriginOf {
  const corrected = correctionOf(household);
  return (fact) => {
    const found = corrected(fact);
    return found ? `更正（${correctionBases[found.basis]}）：${found.reason}` : '家庭申报';
  };
}

/** Finds the last correction of a fact, or of the whole record it stands in. */
export function correctionOf(household: Told): (fact: RecordedFact) => Correction | undefined {
  const last = new Map<string, Correction>();
  const ids = new Map<string, string[]>();
  const facts = household.declaration?.facts as Readonly<Record<string, unknown>> | undefined;
  for (const list of Object.keys(LIST)) {
    const records = facts?.[list];
    const known = Array.isArray(records) ? (records as readonly { id: string }[]) : [];
    ids.set(
      list,
      known.map(({ id }) => id),
    );
  }
  for (const correction of household.corrections) {
    const [list = '', index, field] = correction.path;
    const level = LIST[String(list)];
    const records = ids.get(String(list));
    if (!level || !records || typeof index !== 'number') {
      last.set(`household ${correction.path.join('.')}`, correction);
    } else if (field !== undefined) last.set(`${level} ${records[index]} ${field}`, correction);
    else if (correction.to === null) records.splice(index, 1);
    else {
      records[index] = (correction.to as { id: string }).id;
      last.set(`${level} ${records[index]}`, correction);
    }
  }
  return ({ level, id, name }) => {
    const at = fieldTexts.find((each) => each.level === level && each.name === name)?.at.join('.');
    if (level === 'household') return last.get(`household ${at}`);
    return last.get(`${level} ${id} ${at}`) ?? last.get(`${level} ${id}`);
  };
}
