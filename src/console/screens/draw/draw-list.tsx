import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { drawList, freezeFrame } from '../../../modules/draw/contract.ts';
import { beaconTitles, strengthTitles } from '../../../modules/draw/draw.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { monthWords } from '../dispatch/dispatch-path.ts';
import { useSession } from '../../session.ts';
import { UnkeptAct } from '../inspection/typed-act.tsx';

type Answer = ValueOf<(typeof drawList)['answer']>;

/** 抽查抽签: one draw a month, from the frozen list to the published proof (DL-13). */
export default function DrawList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(drawList, { params: {} });
  const open = (drawId: string) => void navigate({ to: `/draws/${drawId}` as string });
  return (
    <Page title="抽查抽签" under={answer && `本县的抽签方式：${strengthTitles[answer.strength]}`}>
      <Refusal problem={problem} onAgain={askAgain} />
      {answer?.next && session?.post?.role === 'inspector' && (
        <Freeze next={answer.next} strength={answer.strength} onDone={open} />
      )}
      <DataList
        title="各月抽签"
        unit="次"
        rows={answer?.draws}
        keyOf={({ drawId }) => drawId}
        columns={columns}
        onOpen={({ drawId }) => open(drawId)}
        empty="还没有抽过签。一个月结束以后，由县监督检查冻结这个月的名单。"
        awaiting={awaiting}
      />
    </Page>
  );
}

type FreezeProps = {
  readonly next: NonNullable<Answer['next']>;
  readonly strength: Answer['strength'];
  readonly onDone: (drawId: string) => void;
};

function Freeze({ next: { drawId, period }, strength, onDone }: FreezeProps) {
  const [kinds] = useState(() =>
    Object.entries(beaconTitles)
      .filter(([kind]) => (kind === 'none') === (strength === 'two-party'))
      .map(([value, label]) => ({ value, label })),
  );
  return (
    <UnkeptAct
      name="freeze"
      contract={freezeFrame}
      params={{ drawId }}
      about={`冻结${monthWords(period)}决定给予的全部户。冻结以后谁也不能增减，也不能重抽。`}
      fields={[{ key: 'beacon', label: '公开号码', is: 'code', options: kinds }]}
      initial={{ beacon: kinds[0]?.value ?? null }}
      bodyOf={(form) => form}
      onDone={() => onDone(drawId)}
    />
  );
}

const columns: readonly ListColumn<Answer['draws'][number]>[] = [
  { key: 'period', title: '月份', cell: ({ period }) => monthWords(period), width: 8 },
  { key: 'phase', title: '进展', cell: ({ phase }) => phase },
  { key: 'count', title: '新增（户）', cell: ({ count }) => count, figure: true, width: 8 },
  { key: 'drawn', title: '抽中（户）', cell: ({ drawn }) => drawn, figure: true, width: 8 },
  { key: 'forced', title: '必查（户）', cell: ({ forced }) => forced, figure: true, width: 8 },
  { key: 'visited', title: '已查（户）', cell: ({ visited }) => visited, figure: true, width: 8 },
  { key: 'published', title: '公开日期', cell: ({ publishedOn }) => publishedOn, width: 8 },
];
