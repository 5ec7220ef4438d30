import { useNavigate, useSearch } from '@tanstack/react-router';
import { type PilotCase, pilotCases } from '../../../modules/pilot/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';

/** The cases the figures of a period are computed from. */
export default function PilotCases() {
  const pilotId = useParam('pilotId');
  const asked = useSearch({ strict: false }) as { readonly period?: unknown };
  const period = asked.period === 'before' ? 'before' : 'after';
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(pilotCases, {
    params: { pilotId },
    search: { period, township: '' },
  });
  return (
    <Page
      title={period === 'before' ? '试点前的案件' : '试点后的案件'}
      under="期间内受理或者办结的案件；各项指标都由这些案件算出"
      next={<a href={`/api/pilots/${pilotId}/sheet`}>导出对比表（含全部案件）</a>}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="案件"
        unit="件"
        rows={answer?.cases}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="期间内没有受理或者办结的案件。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const outcomes: Readonly<Record<string, string>> = { grant: '给予', refuse: '不予' };

const columns: readonly ListColumn<PilotCase>[] = [
  { key: 'number', title: '受理编号', cell: ({ number }) => number, width: 18 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName },
  { key: 'accepted', title: '受理', cell: ({ acceptedOn }) => acceptedOn, width: 11 },
  { key: 'decided', title: '决定', cell: ({ decidedOn }) => decidedOn || '在办', width: 11 },
  { key: 'outcome', title: '结果', cell: ({ outcome }) => outcomes[outcome] ?? '—', width: 5 },
  {
    ...{ key: 'days', title: '自然日', width: 6, figure: true },
    cell: ({ calendarDays, decidedOn }) => (decidedOn ? calendarDays : '—'),
  },
  {
    key: 'late',
    title: '按期',
    cell: ({ dueOn, decidedOn }) =>
      decidedOn === '' ? '—' : dueOn === '' || decidedOn <= dueOn ? '是' : '超期',
    width: 5,
  },
  { key: 'trips', title: '跑动', cell: ({ trips }) => trips, width: 5, figure: true },
];
