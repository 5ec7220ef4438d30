import { useNavigate } from '@tanstack/react-router';
import {
  type ChallengeResult,
  challengeKinds,
  challengeResults,
} from '../../../modules/review/challenge.ts';
import { challengeList, type ChallengeLine } from '../../../modules/review/challenge-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { challengePath } from './benefit-path.ts';

/** 复议、诉讼: every challenged decision of the area, those with a day first. */
export default function ChallengeList() {
  const navigate = useNavigate();
  const asked = { params: {}, search: {} };
  const { answer, awaiting, problem, askAgain } = useAnswer(challengeList, asked);
  const late = answer?.late ?? 0;
  return (
    <Page
      title="复议、诉讼"
      under={late > 0 ? `${late} 件已经超过期限` : '从办件或者救助对象的页面登记'}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="复议、诉讼"
        unit="件"
        rows={answer?.challenges}
        {...(answer && { count: answer.challenges.length })}
        keyOf={({ challengeId }) => challengeId}
        columns={columns}
        onOpen={({ challengeId }) => void navigate({ to: challengePath(challengeId) })}
        empty="没有复议、诉讼。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<ChallengeLine>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'kind', title: '种类', cell: ({ kind }) => challengeKinds[kind], width: 6 },
  { key: 'number', title: '原决定', cell: ({ number }) => number, width: 16 },
  { key: 'place', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 8 },
  { key: 'body', title: '复议机关（法院）', cell: ({ body }) => body, width: 12 },
  {
    key: 'status',
    title: '办到哪里',
    cell: ({ status, result }) =>
      result ? `${status}：${challengeResults[result as ChallengeResult]}` : status,
    width: 14,
  },
  {
    key: 'due',
    title: '期限',
    cell: ({ dueOn, late }) => (dueOn ? `${dueOn}${late ? '（超期）' : ''}` : '—'),
  },
];
