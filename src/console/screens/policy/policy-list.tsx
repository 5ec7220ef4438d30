import { useNavigate } from '@tanstack/react-router';
import { policyList } from '../../../modules/policy/contract.ts';
import { policyStatuses } from '../../../modules/policy/policy.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../preview/preview-words.ts';
import { newPolicyPath, policyPath, type PolicySummary } from './policy-words.ts';
import '../../card-table.css';

/** 标准起草公布: what the county is changing and has published, newest first. */
export default function PolicyList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(policyList, { params: {} });
  return (
    <Page
      title="标准起草公布"
      under="新标准、新规则先起草、测算，由另一人批准，发文后公布；公布的次日起按新的办理。"
      next={<NextAct title="起草新标准" onAct={() => void navigate({ to: newPolicyPath })} />}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="草案和公布的文件"
        unit="份"
        rows={answer?.policies}
        keyOf={({ policyId }) => policyId}
        columns={columns}
        onOpen={({ policyId }) => void navigate({ to: policyPath(policyId) })}
        empty="还没有草案。按“起草新标准”，填写新的标准，或者改整个地方文件。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<PolicySummary>[] = [
  { key: 'title', title: '名称', cell: ({ title }) => title },
  { key: 'status', title: '进度', cell: ({ status }) => policyStatuses[status], width: 9 },
  {
    key: 'drafter',
    title: '起草',
    cell: ({ drafter, draftedOn }) => `${drafter} ${dayWords(draftedOn)}`,
    width: 13,
  },
  { key: 'document', title: '文号', cell: ({ document }) => document || '—', width: 12 },
  {
    key: 'effective',
    title: '执行',
    cell: ({ effective }) => (effective ? `${dayWords(effective)}起` : '—'),
    width: 10,
  },
];
