import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ReferralLine, referralList } from '../../../modules/referral/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useExport } from '../../use-export.ts';
import { casePath } from '../case/case-words.ts';

/** 转介台账: families passed on to other departments and charities, those without an answer first (LS-20). */
export default function ReferralList() {
  const navigate = useNavigate();
  const [show, setShow] = useState<'open' | 'settled'>('open');
  const search = { show };
  const { answer, awaiting, problem, askAgain } = useAnswer(referralList, { params: {}, search });
  const exported = useExport('referrals', search);
  const unanswered = answer?.unanswered ?? 0;
  const under =
    unanswered > 0 ? `${unanswered} 份已经送出，对方还没有答复` : '转给其他部门、慈善组织的家庭';
  const filter: Filter = {
    ...{ key: 'show', label: '状态', value: show },
    options: [
      { value: 'open', label: '没有办结' },
      { value: 'settled', label: '已经办结' },
    ],
    onChange: (value) => setShow(value === 'settled' ? 'settled' : 'open'),
  };
  return (
    <Page title="转介台账" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title={show === 'open' ? '没有办结' : '已经办结'}
        {...exported}
        filters={[filter]}
        unit="份"
        rows={answer?.referrals}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId, to, preparedOn }) => `${caseId} ${to} ${preparedOn}`}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有转介单。在办件的页面填写。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<ReferralLine>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  { key: 'place', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'to', title: '转往单位', cell: ({ to }) => to, width: 12 },
  { key: 'needs', title: '事项', cell: ({ needs }) => needs, width: 10 },
  { key: 'sentOn', title: '送出', cell: ({ sentOn }) => sentOn, width: 8 },
  { key: 'answeredOn', title: '答复', cell: ({ answeredOn }) => answeredOn, width: 8 },
  { key: 'standing', title: '状态', cell: ({ standing }) => standing },
];
