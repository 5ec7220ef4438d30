import { formatDate } from '../../kernel/local-date.ts';
import { likely } from '../issue-text.ts';
import { readEntry, type RegionEntry, type WrittenEntry } from '../region-file.ts';
import { nearest } from '../nearest.ts';
import { called, declaredNames, findDeclared } from './declared.ts';
import { type PolicyFault, type PolicyFaultCode, policyFault } from './policy-fault.ts';
import { unitFaults } from './unit-fault.ts';
import { kindFaults, valueFaultsOf } from './value-fault.ts';
import type { WrittenItem, WrittenPolicy } from './written-policy.ts';

/** One entry of a checked file. `entry` is null where its value, unit or document is wrong. */
export type ReadEntry = {
  readonly file: string;
  readonly place: string;
  readonly index: number;
  readonly written: WrittenEntry;
  readonly entry: RegionEntry | null;
};

/** Faults that leave no doubt which value is meant. */
const READABLE: readonly PolicyFaultCode[] = ['period-reversed', 'doubt-missing', 'unit-needless'];

/** What is wrong with each entry by itself. */
export function readEntries(policy: WrittenPolicy): {
  readonly faults: readonly PolicyFault[];
  readonly entries: readonly ReadEntry[];
} {
  const { file, place } = policy;
  const faults: PolicyFault[] = [];
  const entries = policy.entries.map((item): ReadEntry => {
    const { index, written } = item;
    const found = entryFaults(policy, item);
    faults.push(...found);
    const isSound = found.every((each) => READABLE.includes(each.code));
    const entry = isSound ? readEntry(policy.documents, written, () => undefined) : null;
    return { file, place, index, written, entry };
  });
  faults.push(...policy.partial.flatMap((item) => itemValueFaults(policy, item)));
  return { faults, entries };
}

function entryFaults(policy: WrittenPolicy, item: WrittenItem): PolicyFault[] {
  const { file, documentKeys } = policy;
  const faults: PolicyFault[] = [];
  const tell = (code: PolicyFaultCode, message: string, ...path: readonly PropertyKey[]) => {
    faults.push(policyFault(code, { file, path: ['entries', item.index, ...path] }, message));
  };
  const { parameter, document, effective, until, unknownLocally, doubt } = item.written;
  const name = called(parameter);
  if (!documentKeys.includes(document)) {
    tell(
      'document-missing',
      `${name}出自哪个文件没有写明：documents 里没有“${document}”，${likely(document, documentKeys)}`,
      'document',
    );
  }
  if (until !== undefined && until < effective) {
    const [from, to] = [effective, until].map(formatDate);
    tell('period-reversed', `${name}自${from}起执行，截止日期却是更早的${to}，请核对`, 'until');
  }
  if (unknownLocally && doubt === undefined) {
    tell('doubt-missing', `${name}是暂用的值，请在 doubt 里写明为什么暂用、以什么为准`);
  }
  return [...faults, ...itemValueFaults(policy, item)];
}

/** What is wrong with the parameter, the unit and the value of an entry. */
function itemValueFaults(policy: WrittenPolicy, { index, written }: WrittenItem): PolicyFault[] {
  const at = (path: readonly PropertyKey[]) => ({
    file: policy.file,
    path: ['entries', index, ...path],
  });
  const declared = findDeclared(written.parameter);
  if (!declared) {
    return [policyFault('unknown-parameter', at(['parameter']), unknownText(written.parameter))];
  }
  const ofUnit = unitFaults(declared, written);
  // Without its unit a figure is not known; whether it is a figure at all can still be told.
  const isKnown = ofUnit.every((each) => each.code === 'unit-needless');
  const ofValue = isKnown
    ? valueFaultsOf(declared, written, valueOf(policy, written))
    : kindFaults(declared, written);
  return [
    ...ofUnit.map(({ code, message, path }) => policyFault(code, at(path), message)),
    ...ofValue.map(({ code, message, path, character }) =>
      policyFault(code, at(path), message, character === undefined ? {} : { character }),
    ),
  ];
}

function unknownText(name: string): string {
  const found = nearest(name, declaredNames);
  const hint =
    found === null ? '全部参数见 docs/generated/locality-parameter.md' : `是不是${called(found)}？`;
  return `没有这个参数：${name}，${hint}`;
}

/** The value in the units of the rules; its document and decimals have been judged elsewhere. */
function valueOf({ documents }: WrittenPolicy, written: WrittenEntry): unknown {
  const standIn = { number: null, numberless: '', title: '', issuer: '', known: written.effective };
  const all = { ...documents, [written.document]: documents[written.document] ?? standIn };
  return readEntry(all, written, () => undefined)?.value;
}
