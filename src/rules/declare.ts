import type { Citation } from '../kernel/citation.ts';
import type { Level, Parameter, Rule } from './language/declaration.ts';

/** Short forms for declarations, so that a file of rules reads as a list of rules. */

export const S57 = '《最低生活保障审核确认办法》（民发〔2021〕57号）';
export const S43 = '《特困人员认定办法》（民发〔2021〕43号）';
export const S83 = '民发〔2022〕83号';
export const SGX = '《刚性支出困难家庭认定办法》';
export const S23 = '民发〔2018〕23号';
export const SLAW = '《社会救助法》';

export function cite(rule: string, source: string, doubt?: string): Citation {
  return doubt === undefined ? { rule, source } : { rule, source, doubt };
}

/** Rules of one level that rest on one article unless a rule names its own. */
export function rulesAt(level: Level, article: Citation) {
  return (name: string, title: string, type: string, formula: string, own = article): Rule => ({
    name,
    title,
    level,
    type,
    formula,
    citation: own,
  });
}

type More = Pick<Parameter, 'range' | 'level' | 'columns' | 'forPlaces' | 'readAs'>;

/** A value every place using the rule must give. */
export function parameter(
  name: string,
  title: string,
  type: string,
  citation: Citation,
  more: More = {},
): Parameter {
  return { name, title, type, citation, ...more };
}

/** A value a place may say it does not use. */
export function optional(
  name: string,
  title: string,
  type: string,
  citation: Citation,
  more: More = {},
): Parameter {
  return { ...parameter(name, title, type, citation, more), mayBeUnused: true };
}

/** Bounds of figures that places give, in the unit of the parameter. */
export const MONEY = [0, 100_000_000_000] as const;
export const MONTHLY = [0, 100_000_000] as const;
export const PERCENT = [0, 1000] as const;
