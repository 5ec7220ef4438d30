import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type CustodyLine, custodyList } from '../../../modules/review/custody-contract.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useExport } from '../../use-export.ts';
import { benefitPath } from './benefit-path.ts';

/** 存折代管台账: who keeps whose passbook, not filed with the county first (DB-26). */
export default function CustodyList() {
  const navigate = useNavigate();
  const [show, setShow] = useState<'running' | 'ended'>('running');
  const search = { show };
  const { answer, awaiting, problem, askAgain } = useAnswer(custodyList, { params: {}, search });
  const unfiled = answer?.unfiled ?? 0;
  const exported = useExport('custodies', search);
  const under =
    unfiled > 0
      ? `${unfiled} 份协议还没有报县级备案`
      : '由乡镇、村（社区）人员代管的存折（银行卡）';
  const filter: Filter = {
    ...{ key: 'show', label: '状态', value: show },
    options: [
      { value: 'running', label: '代管中' },
      { value: 'ended', label: '已交还' },
    ],
    onChange: (value) => setShow(value === 'ended' ? 'ended' : 'running'),
  };
  return (
    <Page title="存折代管台账" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title={show === 'running' ? '代管中' : '已交还'}
        {...exported}
        filters={[filter]}
        unit="份"
        rows={answer?.custodies}
        {...(answer && { count: answer.total })}
        keyOf={({ benefitId, begunOn }) => `${benefitId} ${begunOn}`}
        columns={columns}
        onOpen={({ benefitId }) => void navigate({ to: benefitPath(benefitId) })}
        empty="没有代管的存折。在救助对象的页面填写代管协议。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<CustodyLine>[] = [
  { key: 'head', title: '委托人', cell: ({ head }) => head, width: 7 },
  {
    key: 'scheme',
    title: '类别',
    cell: ({ scheme }) => SCHEME_SHORT[scheme as Scheme] ?? scheme,
    width: 5,
  },
  { key: 'place', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'keeper', title: '代管人', cell: ({ keeper }) => keeper, width: 7 },
  { key: 'unit', title: '单位、职务', cell: ({ unit }) => unit, width: 11 },
  { key: 'reason', title: '原因', cell: ({ reason }) => reason, width: 6 },
  { key: 'begunOn', title: '开始', cell: ({ begunOn }) => begunOn, width: 8 },
  { key: 'filedOn', title: '备案', cell: ({ filedOn }) => filedOn, width: 8 },
  { key: 'standing', title: '状态', cell: ({ standing }) => standing },
];
