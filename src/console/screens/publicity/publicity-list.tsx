import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/publicity/access.ts';
import { noticeKinds, noticeLevels, publicityList } from '../../../modules/publicity/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { casePath } from '../case/case-words.ts';
import { useExport } from '../../use-export.ts';

type Line = ValueOf<(typeof publicityList)['answer']>['notices'][number];

const acts: Readonly<Record<Line['act'], string>> = {
  post: '待张贴',
  'take-down-overdue': '逾期未撤下',
  void: '已作废，待撤下',
  'take-down': '期满，待撤下',
  'ends-today': '今天期满',
  hanging: '张贴中',
};
const order = Object.keys(acts) as Line['act'][];

/** 公示公布: what must be posted, what ends today, what should have come down. */
export default function PublicityList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const mayPrint = access.Posters.roles.some((each) => each === session?.post?.role);
  const [act, setAct] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(publicityList, { params: {} });
  const all = answer?.notices.toSorted((a, b) => order.indexOf(a.act) - order.indexOf(b.act));
  const rows = all?.filter((each) => act === '' || each.act === act);
  const exported = useExport('publicity');
  return (
    <Page title="公示公布" under={answer?.sentence}>
      <Refusal problem={problem} onAgain={askAgain} />
      {mayPrint && <PosterLinks lines={all ?? []} />}
      <DataList
        title="公示公布"
        {...exported}
        unit="处"
        rows={rows}
        keyOf={(each) => `${each.caseId} ${each.kind} ${each.level} ${each.noticeId ?? ''}`}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        filters={[
          {
            key: 'act',
            label: '要办的事',
            value: act,
            options: [
              { value: '', label: '全部' },
              ...order.map((value) => ({ value, label: acts[value] })),
            ],
            onChange: setAct,
          },
        ]}
        empty="没有要张贴或者撤下的公示。初审意见形成、作出确认决定后会列在这里。"
        awaiting={awaiting}
      />
    </Page>
  );
}

/** One sheet per board for all households to be posted there today. */
function PosterLinks({ lines }: { lines: readonly Line[] }) {
  const boards = new Map<string, string>();
  for (const { act, kind, level, place, placeCode } of lines) {
    if (act !== 'post') continue;
    const search = new URLSearchParams({ kind, level, place: placeCode, size: 'a3' }).toString();
    boards.set(`/api/posters?${search}`, `${place} ${noticeKinds[kind]}`);
  }
  if (boards.size === 0) return null;
  return (
    <p className="ym-row">
      <span>打印今天要张贴的（同一地点合并一张）：</span>
      {[...boards].map(([url, words]) => (
        <a key={url} href={url} target="_blank" rel="noreferrer">
          {words}
        </a>
      ))}
    </p>
  );
}

const columns: readonly ListColumn<Line>[] = [
  { key: 'act', title: '要办的事', cell: ({ act }) => acts[act], width: 8 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 6 },
  { key: 'kind', title: '公示/公布', cell: ({ kind }) => noticeKinds[kind], width: 6 },
  { key: 'level', title: '地点', cell: ({ place, level }) => place || noticeLevels[level] },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'posted', title: '张贴', cell: ({ postedOn }) => shortDay(postedOn), width: 7 },
  { key: 'ends', title: '末日', cell: ({ endsOn }) => shortDay(endsOn), width: 7 },
];

function shortDay(on: string | null): string {
  return on ? formatShortDate(localDate(on)) : '—';
}
