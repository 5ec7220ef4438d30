import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import * as contract from '../../../modules/inspection/correction-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { TypedAct } from './typed-act.tsx';

type Row = ValueOf<(typeof contract.accountabilityList)['answer']>['accountabilities'][number];

/** 问责: grave faults once, serious ones again within a year; each examined for 容错 before it is concluded. */
export default function AccountabilityList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.accountabilityList, {
    params: {},
  });
  const open = (id: string) => void navigate({ to: `/accountabilities/${id}` as string });
  return (
    <Page
      title="问责"
      under="严重问题，或者一年内反复出现的较重问题；先审查容错情形，再由另外的人作结论"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="问责核查"
        unit="件"
        rows={answer?.accountabilities}
        keyOf={({ accountabilityId }) => accountabilityId}
        columns={columns}
        onOpen={({ accountabilityId }) => open(accountabilityId)}
        empty="没有问责核查。"
        awaiting={awaiting}
      />
      {(role === 'inspector' || role === 'county-leader') && <Open onDone={open} />}
    </Page>
  );
}

function Open({ onDone }: { onDone: (id: string) => void }) {
  const [accountabilityId] = useState(newKey);
  const { answer } = useAnswer(contract.correctionList, { params: {} });
  const grave = answer?.corrections.filter(({ grade }) => grade !== 'slight') ?? [];
  const townships = [...new Map(grave.map((each) => [each.township, each.townshipName]))];
  if (townships.length === 0) return null;
  return (
    <TypedAct
      name="open-accountability"
      contract={contract.openAccountability}
      params={{ accountabilityId }}
      about="列入所选乡镇较重以上的全部整改，作为问责核查的依据。"
      fields={[
        {
          ...{ key: 'township', label: '乡镇（街道）', is: 'code' },
          options: townships.map(([value, label]) => ({ value, label })),
        },
        { key: 'reason', label: '启动理由', is: 'text', lines: 2 },
      ]}
      initial={{ township: null, reason: '' }}
      bodyOf={(form) => ({
        ...form,
        correctionIds: grave
          .filter(({ township }) => township === form['township'])
          .map(({ correctionId }) => correctionId),
      })}
      onDone={() => onDone(accountabilityId)}
    />
  );
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 9 },
  { key: 'reason', title: '启动理由', cell: ({ reason }) => reason },
  { key: 'opened', title: '启动日期', cell: ({ openedOn }) => openedOn, width: 8 },
  { key: 'conclusion', title: '结论', cell: ({ conclusion }) => conclusion || '核查中', width: 15 },
];
