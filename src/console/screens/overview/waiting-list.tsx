import { useNavigate } from '@tanstack/react-router';
import { countyHomeList, type WaitingLine } from '../../../modules/overview/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParam } from '../../use-param.ts';

/** What one number of the home page is made of; Enter opens each where it is dealt with. */
export default function WaitingList() {
  const group = useParam('group');
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(countyHomeList, { params: { group } });
  return (
    <Page title={answer?.title ?? '需要县里办'}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title={answer?.title ?? '需要县里办'}
        unit="件"
        rows={answer?.rows}
        {...(answer && { count: answer.total })}
        keyOf={({ path, what }) => `${path} ${what}`}
        columns={columns}
        onOpen={({ path }) => void navigate({ to: path })}
        empty="现在没有。有需要县里办的，会出现在这里。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<WaitingLine>[] = [
  { key: 'what', title: '事项', cell: ({ what }) => what },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 12 },
  {
    key: 'due',
    title: '日期',
    cell: ({ due, late }) => (due === '' ? '没有期限' : `${due}${late ? ' 已过' : ''}`),
    width: 15,
  },
];
