import { frameText } from '../frame.ts';
import { frameOf } from '../language/bind.ts';
import { boundOf, type Bounds, boundsOf } from '../language/bounds.ts';
import type { Level } from '../language/declaration.ts';
import type { Named } from '../language/named.ts';
import type { Range } from '../language/range.ts';
import type { Expression } from '../language/syntax.ts';
import { withParts } from '../language/walk.ts';
import { type AsOf, findParameter, type Region } from '../region.ts';
import { findDeclared } from './declared.ts';
import { isRow } from './written-policy.ts';

/** One line of a table of the place, its figures by column. */
export type TableLine = {
  readonly table: string;
  readonly title: string;
  readonly cells: Readonly<Record<string, number>>;
};

/** The lines a place gives for a table; none where the name is no table. */
export function tableLines(region: Region, name: string, asOf: AsOf): TableLine[] {
  const parameter = findDeclared(name)?.ofFrame;
  if (!parameter?.type.startsWith('table ')) return [];
  const looked = findParameter(region, parameter, asOf, 'rural');
  const rows: readonly unknown[] =
    looked.ok && Array.isArray(looked.found.value) ? looked.found.value : [];
  return rows.filter(isRow).map(({ title, ...cells }) => {
    const figures = Object.entries(cells).filter(([, cell]) => typeof cell === 'number');
    return {
      table: name,
      title: String(title),
      cells: Object.fromEntries(figures) as Record<string, number>,
    };
  });
}

/** What is known beside the declared ranges. */
type Known = { readonly standard: number; readonly line: TableLine | null };

/** What the figure of a place's formula can be where the standard and one line of a table are known. */
export function knownBound(known: Known, tree: Expression, level: Level): Range {
  return boundOf(boundsAt(known), known.line ? asUsed(tree, known.line.table) : tree, level);
}

/** A formula asks whether the table is used before it reads it; here it is. */
function asUsed(tree: Expression, table: string): Expression {
  if (tree.is === 'if' && tree.condition.is === 'call' && tree.condition.name === 'used') {
    const [asked] = tree.condition.given;
    if (asked?.is === 'name' && asked.name === table) return asUsed(tree.then, table);
  }
  return withParts(tree, (part) => asUsed(part, table));
}

function boundsAt({ standard, line }: Known): Bounds {
  const frame = frameOf(frameText);
  if (!frame.ok) throw new Error('the frame does not read');
  const { rules } = frame;
  const known = (named: Named): Named => {
    if (named.is !== 'parameter') return named;
    const { parameter } = named;
    if (parameter.name === 'standard') {
      return { ...named, parameter: { ...parameter, range: [standard, standard] } };
    }
    if (parameter.name !== line?.table) return named;
    const columns = Object.entries(parameter.columns ?? {}).map(([name, column]) => {
      const cell = line.cells[name];
      return [name, cell === undefined ? column : { ...column, range: [cell, cell] as const }];
    });
    const settled = {
      ...parameter,
      columns: Object.fromEntries(columns) as typeof parameter.columns,
    };
    return { ...named, parameter: settled as typeof parameter };
  };
  const scope = new Map(
    [...rules.scope].map(([level, names]) => [
      level,
      new Map([...names].map(([name, named]) => [name, known(named)])),
    ]),
  );
  return boundsOf({ ...rules, scope });
}
