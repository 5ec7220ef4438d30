import type { LocalDate } from '../../kernel/local-date.ts';
import { dibaoParameters } from '../../rules/dibao/parameter.ts';
import { economyParameters, memberParameters } from '../../rules/economy/parameter.ts';
import { frameText } from '../../rules/frame.ts';
import { parametersFor } from '../../rules/language/bind.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { marginParameters } from '../../rules/margin/margin-rule.ts';
import { procedureParameters } from '../../rules/procedure.ts';
import type { RegionEntry, RegionFile } from '../../rules/region-file.ts';
import {
  type AsOf,
  findParameter,
  type ParameterAsked,
  type Region,
  type Residence,
} from '../../rules/region.ts';
import { rigidParameters } from '../../rules/rigid/rigid-rule.ts';
import { SCHEME, type Scheme, schemes, TARGETS } from '../../rules/scheme.ts';
import { tekunParameters } from '../../rules/tekun/parameter.ts';
import { temporaryParameters } from '../../rules/temporary/parameter.ts';
import type { Figure, LocalityParameter, LocalityValues, PublishedValue } from './contract.ts';
import { figureOf, placeWords } from './figure.ts';
import { procedureFigure } from './procedure-figure.ts';

const LINES = new Set(['standard', 'standardFloor', 'disposableIncome', 'minimumWage']);
/** What is read from another parameter stands there. */
const ofEconomy = economyParameters.filter(({ readAs }) => !readAs);
const RESIDENCES = ['urban', 'rural'] as const;

const GROUPS: readonly (readonly [title: string, parameters: readonly Parameter[]])[] = [
  ['标准', ofEconomy.filter(({ name }) => LINES.has(name))],
  ['家庭成员', memberParameters],
  ['收入、赡养和支出', ofEconomy.filter(({ name }) => !LINES.has(name))],
  [SCHEME.dibao, dibaoParameters],
  [SCHEME.margin, marginParameters],
  [SCHEME.rigid, rigidParameters],
  [SCHEME.tekun, tekunParameters],
  [SCHEME.temporary, temporaryParameters],
];

/**
 * Everything a place lays down, by group: what is in force on a day, all there ever was, and what nobody has
 * laid down with what cannot be computed without it.
 */
export function localityOf(region: Region, on: LocalDate, knownOn: LocalDate): LocalityValues {
  const asOf = { on, knownOn };
  const words = placeWords(valuesOf(region, asOf, 'rural'));
  return {
    place: region.place,
    name: region.name,
    on,
    knownOn,
    groups: [
      ...GROUPS.map(([title, parameters]) => ({
        title,
        parameters: parameters.map((each) =>
          parameterOf(region, asOf, each, (value) => figureOf(each, value, words)),
        ),
      })),
      {
        title: '办理程序',
        parameters: procedureAsked.map((each) =>
          parameterOf(region, asOf, each, (value) => procedureFigure(each.name, value)),
        ),
      },
    ],
    missing: missingIn(region, asOf),
  };
}

const declared = new Map(frameText.parameters.map((each) => [each.name, each]));

/** What a place gives for each parameter on a day, looked up once each; undefined where nothing is laid down. */
function valuesOf(region: Region, asOf: AsOf, residence: Residence): (name: string) => unknown {
  const known = new Map<string, unknown>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const asked = declared.get(name);
    const looked = asked && findParameter(region, asked, asOf, residence);
    const value = looked?.ok ? looked.found.value : undefined;
    known.set(name, value);
    return value;
  };
}

const procedureAsked: readonly ParameterAsked[] = procedureParameters.map(
  ({ name, title, rule }) => ({ name, title, citation: { rule, source: '程序参数' } }),
);

type Laid = { readonly file: RegionFile; readonly entry: RegionEntry };

function parameterOf(
  region: Region,
  asOf: AsOf,
  asked: ParameterAsked,
  figure: (value: unknown) => Figure,
): LocalityParameter {
  const laid = region.files
    .flatMap((file) => file.entries.map((entry): Laid => ({ file, entry })))
    .filter(({ entry }) => entry.parameter === asked.name)
    .toSorted(({ entry: a }, { entry: b }) => (a.effective < b.effective ? -1 : 1));
  const inForce = RESIDENCES.flatMap((residence) => {
    const looked = findParameter(region, asked, asOf, residence);
    if (!looked.ok) return [];
    const { place, effective, known, value } = looked.found;
    return laid.findIndex(
      ({ file, entry }) =>
        file.place === place &&
        entry.effective === effective &&
        entry.known === known &&
        entry.value === value &&
        (entry.residence ?? residence) === residence,
    );
  });
  return {
    name: asked.name,
    title: asked.title,
    timeline: laid.map((each) => publishedOf(each, figure)),
    inForce: [...new Set(inForce)],
  };
}

function publishedOf({ file, entry }: Laid, figure: (value: unknown) => Figure): PublishedValue {
  return {
    residence: entry.residence ?? null,
    figure: figure(entry.value),
    placeName: file.name,
    effective: entry.effective,
    until: entry.until ?? null,
    known: entry.known,
    document: entry.document,
    documentTitle: entry.documentTitle,
    issuer: entry.issuer,
    source: entry.source,
    rule: entry.rule,
    doubt: entry.doubt ?? null,
    standIn: entry.unknownLocally === true,
  };
}

/** What results rest on, beside the household's own: 单人户 and 渐退 are 低保 too. */
const NEEDS: Readonly<Record<Scheme, readonly string[]>> = {
  ...TARGETS,
  dibao: [...TARGETS.dibao, ...TARGETS.alone, ...TARGETS.exit],
};

function missingIn(region: Region, asOf: AsOf): LocalityValues['missing'] {
  const blocks = new Map<string, { title: string; blocks: Set<string> }>();
  const miss = ({ name, title }: ParameterAsked, blocked: string) => {
    const known = blocks.get(name) ?? { title, blocks: new Set<string>() };
    known.blocks.add(blocked);
    blocks.set(name, known);
  };
  for (const residence of RESIDENCES) {
    const valueOf = valuesOf(region, asOf, residence);
    for (const scheme of schemes) {
      for (const each of parametersFor(frameText, NEEDS[scheme], valueOf)) {
        if (valueOf(each.name) === undefined) miss(each, SCHEME[scheme]);
      }
    }
  }
  for (const each of procedureAsked) {
    if (!findParameter(region, each, asOf, 'rural').ok) miss(each, '受理和办理');
  }
  return [...blocks].map(([name, { title, blocks: blocked }]) => ({
    name,
    title,
    blocks: [...blocked],
  }));
}
