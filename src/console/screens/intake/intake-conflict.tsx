import { useState } from 'react';
import { caseTimeline } from '../../../modules/case/contract.ts';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { cellWords } from '../../../ui/ledger/cell-words.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import type { Change, Problem } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { type ColumnSetting, peopleIn } from './column-setting.ts';
import { listOf } from './economy-ledger.tsx';
import type { IntakeForm } from './intake-form.ts';
import { conditionColumns, identityColumns } from './member-column.ts';
import { type Dispute, mergeForm, takeTheirs } from './merge-form.ts';
import {
  exitColumns,
  householdColumns,
  reliefColumns,
  reliefKind,
  repeatColumn,
  residenceColumn,
} from './record-column.ts';
import { useColumnSetting } from './use-column-setting.ts';

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
  const setting = useColumnSetting(peopleIn(form.members));
  const last = answer?.events.findLast(({ type }) => type === 'HouseholdDeclared');
  const change: Change = {
    seq: last?.seq ?? 0,
    title: last?.title ?? '登记家庭情况',
    actor: last?.actor ?? '',
    at: last?.recordedAt ?? '',
    fields: disputes.map((each) => ({
      path: each.path,
      label: labelOf(each, form, setting),
      now: each.theirs,
      shown: wordsOf(each, each.theirs, setting),
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
    return dispute && wordsOf(dispute, dispute.mine, setting);
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
  bank: '开户银行',
  holder: '户名',
  account: '账号',
  address: '家庭住址',
  reason: '家庭困难的主要原因',
};

type AnyColumn = LedgerColumn<Record<string, unknown>>;

function columnsOf({ list, key }: Dispute, setting: ColumnSetting): unknown {
  if (list === null) return [residenceColumn, ...householdColumns(setting, { [key]: true })];
  if (list === 'relief') return [reliefKind, ...reliefColumns, repeatColumn];
  if (list === 'exit') return exitColumns;
  const { columns, followUps } =
    list === 'members' ? conditionColumns(setting) : listOf(list, setting);
  return [...(list === 'members' ? identityColumns : []), ...columns, ...followUps];
}

function columnOf(dispute: Dispute, setting: ColumnSetting): AnyColumn | undefined {
  const columns = columnsOf(dispute, setting) as readonly AnyColumn[];
  return columns.find((column) => column.key === dispute.key);
}

function labelOf(dispute: Dispute, form: IntakeForm, setting: ColumnSetting): string {
  const { list, key, row } = dispute;
  const title = columnOf(dispute, setting)?.title ?? fieldTitles[key] ?? key;
  if (list === null || list === 'relief' || list === 'exit') return title;
  const rows: readonly { id: string }[] = form[list];
  const at = rows.findIndex(({ id }) => id === row?.id) + 1;
  if (list !== 'members') return `${listOf(list, setting).title}第 ${at} 行 ${title}`;
  const name = form.members.find(({ id }) => id === row?.id)?.name;
  return `${name || `第 ${at} 名成员`} ${title}`;
}

function wordsOf(dispute: Dispute, value: unknown, setting: ColumnSetting): string {
  return cellWords(columnOf(dispute, setting), value, { ...dispute.row });
}
