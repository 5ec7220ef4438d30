import type { LocalDate } from '../../kernel/local-date.ts';
import { columnLimits } from './declaration.ts';
import type { Named, RuleSet } from './named.ts';
import { UNLISTED } from './operation.ts';
import { type Subject } from './place.ts';
import * as range from './range.ts';
import { rational } from './rational.ts';
import type { Expression } from './syntax.ts';
import { type Missing, NOTHING, number, truth, type Value } from './value.ts';

/** A recorded fact, or what is certain of one that is not known. */
export function readFact(
  set: RuleSet,
  { field, type }: Extract<Named, { is: 'field' }>,
  at: Subject,
): Value {
  const recorded = field.read(at.record);
  const text = field.isSpokenAlone ? field.title : `${at.title}的${field.title}`;
  const missing: Missing =
    recorded === null ? [{ level: at.level, id: at.id, field: field.name, text }] : NOTHING;
  switch (type.kind) {
    case 'number':
      if (typeof recorded === 'number') {
        return number(range.point(rational(recorded, type.percent ? 100 : 1)));
      }
      return number(field.range ? range.scaled(field.range, type) : range.ANY, missing);
    case 'yes/no':
      return truth(typeof recorded === 'boolean' ? recorded : null, missing);
    case 'date':
      return { kind: 'date', value: (recorded as LocalDate | null) ?? null, missing };
    case 'code': {
      const possible = recorded === null ? possibleCodes(set, type.list) : [String(recorded)];
      return { kind: 'code', possible, missing };
    }
    default:
      throw new Error(`a fact cannot be ${type.kind}`);
  }
}

/** What is certain of a cell that the place's table does not have: the bounds of its column. */
export function absentCell(
  set: RuleSet,
  { table, column }: Extract<Expression, { is: 'cell' }>,
  code: string,
): Value {
  const found = set.scope.get('area')?.get(table);
  if (found?.is !== 'parameter' || found.type.kind !== 'table')
    throw new Error(`no table ${table}`);
  const title = set.codes[found.type.list]?.[code] ?? code;
  const standard = {
    ...{ level: 'area', id: 'area', field: `${table} ${code}` },
    text: `当地“${found.parameter.title}”里“${title}”的一行`,
  };
  const missing: Missing = code === UNLISTED ? NOTHING : [standard];
  const type = found.type.columns.get(column);
  if (type?.kind === 'code') {
    return { kind: 'code', possible: possibleCodes(set, type.list), missing };
  }
  if (type?.kind !== 'number') return truth(null, missing);
  const limits = columnLimits(found.parameter, column);
  return number(limits ? range.scaled(limits, type) : range.NOT_NEGATIVE, missing);
}

function possibleCodes(set: RuleSet, list: string): string[] {
  const listed = Object.keys(set.codes[list] ?? {});
  return set.text.codes[list] === 'open' ? [...listed, UNLISTED] : listed;
}
