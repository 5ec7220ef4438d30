import { useNavigate } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { handoverList } from '../../../modules/delegation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';
import { useExport } from '../../use-export.ts';

type Row = ValueOf<NonNullable<typeof handoverList.answer>>['cases'][number];

/** 赋权失效，移交县级: cases a township may no longer decide, until the county has taken each over. */
export default function HandoverList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(handoverList, { params: {} });
  const under = answer
    ? `${answer.cases.length - answer.waiting} 件待移交，${answer.waiting} 件等县级接收`
    : '赋权书撤回、中止或者到期后，未作决定的办件';
  const handoversExport = useExport('handovers');
  return (
    <Page title="赋权失效，移交县级" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="赋权失效，移交县级"
        {...handoversExport}
        unit="件"
        rows={answer?.cases}
        {...(answer && { count: answer.cases.length })}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有因赋权失效需要移交的办件。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'place', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 9 },
  { key: 'act', title: '办到哪里', cell: ({ act }) => act, width: 10 },
  { key: 'due', title: '总期限', cell: ({ totalDue }) => totalDue || '—', width: 8 },
  {
    key: 'handed',
    title: '移交',
    cell: ({ handedOn }) => (handedOn ? `${handedOn} 已移交，待接收` : '待乡镇移交'),
    width: 13,
  },
  { key: 'because', title: '原因', cell: ({ because }) => because },
];
