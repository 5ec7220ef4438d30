import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { access } from '../../../modules/discovery/access.ts';
import { discoveryList, type DiscoveryLine } from '../../../modules/discovery/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { discoveryPath, newDiscoveryPath } from './discovery-path.ts';
import { useExport } from '../../use-export.ts';

const shows = { open: '没有办结的', overdue: '超过期限的', ended: '已经办结的' } as const;
type Show = keyof typeof shows;

/** 主动发现: families in hardship somebody reported, until each is an application or a written reason. */
export default function DiscoveryList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const [show, setShow] = useState<Show>('open');
  const found = useAnswer(discoveryList, { params: {}, search: { show } });
  const { answer } = found;
  const mayReport = access.ReportHardship.roles.some((role) => role === session?.post?.role);
  const exported = useExport('discoveries', { show });
  return (
    <Page
      title="主动发现"
      under={answer ? sentence(answer) : '发现困难家庭，报告、告知政策、帮助申请'}
      next={
        mayReport && (
          <NextAct title="报告困难家庭" onAct={() => void navigate({ to: newDiscoveryPath })} />
        )
      }
    >
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="主动发现"
        {...exported}
        unit="户"
        rows={answer?.reports}
        keyOf={({ discoveryId }) => discoveryId}
        columns={columns}
        onOpen={({ discoveryId }) => void navigate({ to: discoveryPath(discoveryId) })}
        filters={[
          {
            key: 'show',
            label: '显示',
            value: show,
            options: (Object.keys(shows) as Show[]).map((value) => ({
              value,
              label: shows[value],
            })),
            onChange: (value) => setShow(Object.hasOwn(shows, value) ? (value as Show) : 'open'),
          },
        ]}
        empty={
          show === 'open'
            ? '没有待办的报告。走访、来电、比对中发现困难家庭的，点“报告困难家庭”。'
            : '没有这样的报告。'
        }
        awaiting={found.awaiting}
      />
    </Page>
  );
}

function sentence({ open, overdue }: { open: number; overdue: number }): string {
  if (open === 0) return '没有待办的报告';
  return overdue > 0
    ? `${open} 户待办，其中 ${overdue} 户已超过期限，请先办`
    : `${open} 户待办，须转为申请或者写明理由`;
}

const columns: readonly ListColumn<DiscoveryLine>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'seen', title: '看到的情况', cell: ({ seen }) => seen },
  {
    key: 'standing',
    title: '办理',
    cell: ({ outcome, isOverdue, dueOn, urgent }) =>
      outcome || `${urgent ? '急，' : ''}${isOverdue ? `已超期，应于 ${dueOn}` : `${dueOn} 前`}`,
    width: 13,
  },
  { key: 'told', title: '告知政策', cell: ({ told }) => (told ? '已告知' : '未告知'), width: 6 },
];
