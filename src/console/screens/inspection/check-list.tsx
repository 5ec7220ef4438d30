import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { outcomeTitles, reasonTitles } from '../../../modules/inspection/check.ts';
import { type CheckLine, checkList } from '../../../modules/inspection/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords, dueDay } from '../../day-words.ts';

type Township = ValueOf<(typeof checkList)['answer']>['townships'][number];

/** Visits of the county along the road: by township and village, what is open first. */
export default function CheckList() {
  const navigate = useNavigate();
  const [township, setTownship] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(checkList, { params: {} });
  const open = answer?.checks.filter(({ doneOn }) => doneOn === '') ?? [];
  const names = [...new Set(answer?.checks.map(({ townshipName }) => townshipName))];
  return (
    <Page
      title="县级实地核查"
      under={`待核查 ${open.length} 户，其中过期 ${open.filter(({ isOverdue }) => isOverdue).length} 户`}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="核查单"
        unit="户"
        rows={answer?.checks.filter((each) => township === '' || each.townshipName === township)}
        keyOf={({ checkId }) => checkId}
        columns={columns}
        filters={[
          {
            ...{ key: 'township', label: '乡镇', value: township, onChange: setTownship },
            options: [
              { value: '', label: '全部乡镇' },
              ...names.map((name) => ({ value: name, label: name })),
            ],
          },
        ]}
        onOpen={({ checkId }) => void navigate({ to: `/checks/${checkId}` as string })}
        empty="没有核查单。抽签以后、必查的户列入以后，会按乡镇、村排在这里。"
        awaiting={awaiting}
      />
      <h2>各乡镇核查情况</h2>
      <DataList
        title="各乡镇核查情况"
        unit="个乡镇"
        rows={answer?.townships}
        keyOf={({ townshipName }) => townshipName}
        columns={townshipColumns}
        onOpen={({ townshipName }) => setTownship(townshipName)}
        empty="还没有核查。"
        awaiting={awaiting}
      />
    </Page>
  );
}

function stateOf({ outcome, plannedOn, teamNames }: CheckLine): string {
  if (outcome !== '') return (outcomeTitles as Record<string, string>)[outcome] ?? '';
  return plannedOn === '' ? '待派组' : `${dayWords(plannedOn)}上门：${teamNames}`;
}

const columns: readonly ListColumn<CheckLine>[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  {
    key: 'reasons',
    title: '缘由',
    cell: ({ reasons }) => reasons.map((each) => reasonTitles[each]).join('、'),
    width: 11,
  },
  {
    key: 'due',
    title: '应查日期',
    cell: ({ dueOn, isOverdue }) => (isOverdue ? `${dueDay(dueOn)}（过期）` : dueDay(dueOn)),
    width: 11,
  },
  { key: 'state', title: '状态', cell: stateOf },
];

const townshipColumns: readonly ListColumn<Township>[] = [
  { key: 'name', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName },
  { key: 'ordered', title: '应查（户）', cell: ({ ordered }) => ordered, figure: true, width: 9 },
  { key: 'done', title: '已查（户）', cell: ({ done }) => done, figure: true, width: 9 },
  {
    key: 'differing',
    title: '不一致（户）',
    cell: ({ differing }) => differing,
    figure: true,
    width: 9,
  },
  {
    ...{ key: 'unreachable', title: '未核实（户）', figure: true, width: 9 },
    cell: ({ unreachable }) => unreachable,
  },
  { key: 'overdue', title: '过期（户）', cell: ({ overdue }) => overdue, figure: true, width: 9 },
];
