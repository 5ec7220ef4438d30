import { useState } from 'react';
import { formatYuan, fen } from '../../../kernel/fen.ts';
import { caseTimeline } from '../../../modules/case/contract.ts';
import { RESIDENCE } from '../../../rules/code-list.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import type { Change, Problem } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { listOf } from './economy-ledgers.tsx';
import { memberColumns } from './family-ledgers.tsx';
import type { IntakeForm } from './intake-form.ts';
import { type Dispute, mergeForm, takeTheirs } from './merge-form.ts';

type IntakeConflictProps = {
  readonly caseId: string;
  /** The declaration my form was begun on, my form, and the declaration that stands now. */
  readonly base: IntakeForm;
  readonly mine: IntakeForm;
  readonly theirs: IntakeForm;
  readonly onSettled: (form: IntakeForm) => void;
};

/** Somebody declared the family anew while I was typing: who, when, and each cell both changed, to choose. */
export function IntakeConflict({ caseId, base, mine, theirs, onSettled }: IntakeConflictProps) {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const { answer } = useAnswer(caseTimeline, { params: { caseId } });
  const { form, disputes } = mergeForm(base, mine, theirs);
  const last = answer?.events.findLast(({ type }) => type === 'HouseholdDeclared');
  const change: Change = {
    seq: last?.seq ?? 0,
    title: last?.title ?? '登记家庭情况',
    actor: last?.actor ?? '',
    at: last?.recordedAt ?? '',
    fields: disputes.map((each) => ({
      path: each.path,
      label: labelOf(each, form),
      now: each.theirs,
      shown: wordsOf(each, each.theirs, form),
    })),
  };
  const problem: Problem = {
    status: 412,
    code: 'stale',
    title: '别人刚刚改动过',
    detail: '',
    changed: [change],
  };
  const mineAt = (path: string) => {
    const dispute = disputes.find((each) => each.path === path);
    return dispute && wordsOf(dispute, dispute.mine, form);
  };
  const settle = () => {
    const chosen = disputes.filter(({ path }) => taken.includes(path));
    onSettled(chosen.reduce(takeTheirs, form));
  };
  return (
    <ConflictStrip
      problem={problem}
      mine={mineAt}
      onTake={({ path }) => setTaken((now) => [...now, path])}
      onKeep={({ path }) => setTaken((now) => now.filter((each) => each !== path))}
      onSettled={settle}
    />
  );
}

const fieldTitles: Readonly<Record<string, string>> = {
  place: '户籍所在地',
  residence: '城乡属性',
  bank: '开户银行',
  holder: '户名',
  account: '账号',
  address: '家庭住址',
  reason: '家庭困难的主要原因',
};

type AnyColumn = LedgerColumn<Record<string, unknown>>;

function columnOf({ list, key }: Dispute, form: IntakeForm): AnyColumn | undefined {
  if (list === null) return undefined;
  const columns = (list === 'members' ? memberColumns : listOf(list, form).columns) as unknown;
  return (columns as readonly AnyColumn[]).find((column) => column.key === key);
}

function labelOf(dispute: Dispute, form: IntakeForm): string {
  const { list, key, row } = dispute;
  if (list === null) return fieldTitles[key] ?? key;
  const title = columnOf(dispute, form)?.title ?? key;
  const rows: readonly { id: string }[] = form[list];
  const at = rows.findIndex(({ id }) => id === row?.id) + 1;
  if (list !== 'members') return `${listOf(list, form).title}第 ${at} 行 ${title}`;
  const name = form.members.find(({ id }) => id === row?.id)?.name;
  return `${name || `第 ${at} 名成员`} ${title}`;
}

/** A value as the ledger would show it. */
function wordsOf(dispute: Dispute, value: unknown, form: IntakeForm): string {
  if (value === null || value === undefined || value === '') return '';
  if (dispute.key === 'residence') return RESIDENCE[value as keyof typeof RESIDENCE];
  const column = columnOf(dispute, form);
  if (column?.kind === 'money') return `${formatYuan(fen(Number(value)))} 元`;
  if (column?.kind === 'yes-no') return yesNo[String(value)] ?? String(value);
  if (column?.kind !== 'code') return String(value);
  const options =
    typeof column.options === 'function' ? column.options(dispute.row ?? {}) : column.options;
  return options.find((option) => option.value === value)?.label ?? String(value);
}

const yesNo: Readonly<Record<string, string>> = { yes: '是', no: '否', unknown: '不清楚' };
