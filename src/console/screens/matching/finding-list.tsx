import { useState } from 'react';
import { type FindingLine, findingList } from '../../../modules/matching/contract.ts';
import { outcomeTitles, ruleTitles } from '../../../modules/matching/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { FindingPanel } from './finding-panel.tsx';

const states = {
  open: '没有处理的',
  overdue: '超过期限的',
  held: '暂缓发放的',
  settled: '已经处理的',
} as const;
type Show = keyof typeof states;
/** A county has some hundreds open at most; the workbook has them all. */
const MOST = 200;
const rules = { '': '全部疑点', ...ruleTitles } as const;

/** 比对疑点: what comparisons found, the next due first, each for somebody to look into and dispose of. */
export default function FindingList() {
  const [show, setShow] = useState<Show>('open');
  const [rule, setRule] = useState<keyof typeof rules>('');
  const [chosen, setChosen] = useState('');
  const search = { state: show, ...(rule !== '' && { rule }), after: '', limit: MOST };
  const found = useAnswer(findingList, { params: {}, search });
  const { answer } = found;
  const finding = answer?.findings.find(({ findingId }) => findingId === chosen);
  const query = new URLSearchParams({ state: show, ...(rule !== '' && { rule }) });
  return (
    <Page title="比对疑点" under="疑点不是结论：先核查，再说明结果。属实的按动态管理的程序办理。">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {finding && (
        <FindingPanel key={finding.findingId} finding={finding} onClose={() => setChosen('')} />
      )}
      <DataList
        title="比对疑点"
        exportUrl={`/api/matching/finding-sheet?${query.toString()}`}
        rows={answer?.findings}
        {...(answer && { count: answer.all })}
        keyOf={({ findingId }) => findingId}
        columns={columns}
        onOpen={({ findingId }) => setChosen(findingId)}
        filters={[
          {
            key: 'state',
            label: '显示',
            value: show,
            options: Object.entries(states).map(([value, label]) => ({ value, label })),
            onChange: (value) => setShow(value as Show),
          },
          {
            key: 'rule',
            label: '疑点',
            value: rule,
            options: Object.entries(rules).map(([value, label]) => ({ value, label })),
            onChange: (value) => setRule(value as keyof typeof rules),
          },
        ]}
        empty="没有这样的疑点。每月发放前由县核对中心发起比对。"
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<FindingLine>[] = [
  { key: 'rule', title: '疑点', cell: ({ rule }) => ruleTitles[rule], width: 9 },
  {
    key: 'head',
    title: '户主（本人）',
    cell: ({ head, scheme }) => `${head}（${scheme}）`,
    width: 8,
  },
  { key: 'place', title: '所在地', cell: ({ place }) => place, width: 13 },
  { key: 'sentence', title: '情况', cell: ({ sentence }) => sentence },
  { key: 'standing', title: '处理', cell: standingWords, width: 21 },
];

function standingWords({ outcome, holds, dueOn, holderName, roleTitle }: FindingLine): string {
  if (outcome !== 'open') return (outcomeTitles as Record<string, string>)[outcome] ?? outcome;
  const who = holderName === '' ? roleTitle : holderName;
  return `${who}，${dueOn} 前${holds ? '，发放暂缓' : ''}`;
}
