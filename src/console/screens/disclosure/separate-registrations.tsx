import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseSummary } from '../../../modules/case/contract.ts';
import { separateRegistrations } from '../../../modules/disclosure/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath, familyWords, statusTitles } from '../case/case-words.ts';
import { useExport } from '../../use-export.ts';

type Status = CaseSummary['status'] | '';

/** 单独登记备案: cases of near relatives of officials; the county visits each of them. */
export default function SeparateRegistrations() {
  const [status, setStatus] = useState<Status>('');
  const navigate = useNavigate();
  const search = status === '' ? {} : { status };
  const found = useAnswer(separateRegistrations, { params: {}, search });
  const exported = useExport('separate-registrations', search);
  return (
    <Page title="单独登记备案" under="经办人员、村（社区）干部近亲属的办件，确认前须由县级入户核查">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="单独登记备案"
        {...exported}
        unit="件"
        rows={found.answer?.cases}
        {...(found.answer && { count: found.answer.total })}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        filters={[
          {
            key: 'status',
            label: '办理状态',
            value: status,
            options: [
              { value: '', label: '全部办件' },
              ...Object.entries(statusTitles).map(([value, label]) => ({ value, label })),
            ],
            onChange: (value) => setStatus(value as Status),
          },
        ]}
        empty="没有单独登记的办件。家庭声明或者名册比对出近亲属的，会出现在这里。"
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<CaseSummary>[] = [
  { key: 'family', title: '家庭', cell: familyWords, width: 11 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number || '尚未受理', width: 13 },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'status', title: '状态', cell: ({ status }) => statusTitles[status], width: 7 },
  { key: 'waits', title: '进度', cell: ({ act, waitsFor }) => waitsFor || act },
];
