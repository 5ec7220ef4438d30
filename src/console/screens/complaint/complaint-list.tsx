import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  channelTitles,
  outcomeTitles,
  standingTitles,
} from '../../../modules/complaint/complaint.ts';
import { type ComplaintLine, complaintList } from '../../../modules/complaint/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords, dueDay } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { ComplaintDesk } from './complaint-desk.tsx';

const isOpen = ({ dueOn }: ComplaintLine) => dueOn !== '';

/** 举报投诉: what was reported to the county, what is due first above. */
export default function ComplaintList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const [standing, setStanding] = useState('open');
  const { answer, awaiting, problem, askAgain } = useAnswer(complaintList, { params: {} });
  const rows = answer?.complaints.filter((each) =>
    standing === 'open' ? isOpen(each) : standing === '' || each.standing === standing,
  );
  return (
    <Page title="举报投诉" under={answer && summaryOf(answer.complaints)}>
      <ComplaintDesk>
        <Refusal problem={problem} onAgain={askAgain} />
        <DataList
          title="举报投诉"
          unit="件"
          rows={rows}
          keyOf={({ complaintId }) => complaintId}
          columns={columns}
          filters={[
            {
              ...{ key: 'standing', label: '状态', value: standing, onChange: setStanding },
              options: [
                { value: 'open', label: '没有办结的' },
                ...Object.entries(standingTitles).map(([value, label]) => ({ value, label })),
                { value: '', label: '全部' },
              ],
            },
          ]}
          aside={
            session?.post?.role !== 'auditor' && (
              <Link to={'/complaints/new' as string}>登记举报投诉</Link>
            )
          }
          onOpen={({ complaintId }) =>
            void navigate({ to: `/complaints/${complaintId}` as string })
          }
          empty="没有待办的举报投诉。群众来电、来访、来信的，点“登记举报投诉”；网上提出的自动列在这里。"
          awaiting={awaiting}
        />
      </ComplaintDesk>
    </Page>
  );
}

function summaryOf(complaints: readonly ComplaintLine[]): string {
  const open = complaints.filter(isOpen);
  const late = open.filter(({ isOverdue }) => isOverdue).length;
  return `没有办结 ${open.length} 件${late > 0 ? `，其中超过期限 ${late} 件` : '，没有超过期限的'}`;
}

const columns: readonly ListColumn<ComplaintLine>[] = [
  { key: 'ref', title: '编号', cell: ({ ref }) => ref, width: 8 },
  { key: 'received', title: '收到', cell: ({ receivedOn }) => dayWords(receivedOn), width: 10 },
  { key: 'channel', title: '方式', cell: ({ channel }) => channelTitles[channel], width: 5 },
  { key: 'named', title: '署名', cell: ({ isNamed }) => (isNamed ? '实名' : '匿名'), width: 5 },
  { key: 'place', title: '反映的地方', cell: ({ placeName }) => placeName },
  {
    ...{ key: 'standing', title: '状态', width: 10 },
    cell: ({ standing, outcome }) =>
      outcome === ''
        ? standingTitles[standing]
        : `${standingTitles[standing]}（${outcomeTitles[outcome]}）`,
  },
  {
    ...{ key: 'due', title: '应于', width: 12 },
    cell: ({ dueOn, isOverdue }) => (isOverdue ? `${dueDay(dueOn)}（过期）` : dueDay(dueOn)),
  },
];
