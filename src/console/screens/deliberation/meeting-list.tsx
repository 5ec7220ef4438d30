import { useNavigate } from '@tanstack/react-router';
import { formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { meetingCandidates, meetingList } from '../../../modules/deliberation/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { CandidateLists } from './candidate-lists.tsx';
import { type MeetingRow, meetingPath, newMeetingPath, statusTitles } from './meeting-words.ts';
import { useExport } from '../../use-export.ts';

/** 会议： what may be studied next and what is missing for the rest, then the meetings themselves. */
export default function MeetingList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const prepares = ['secretary', 'chair', 'case-officer'].includes(role);
  const { answer, awaiting, problem, askAgain } = useAnswer(meetingList, { params: {} });
  const candidates = useAnswer(meetingCandidates, { params: {}, when: prepares });
  const meetingsExport = useExport('meetings');
  return (
    <Page
      title="会议"
      under="公示期满无异议的办件，由县里规定的会议逐案集体研究"
      next={
        (role === 'secretary' || role === 'chair') && (
          <NextAct title="召集会议" onAct={() => void navigate({ to: newMeetingPath })} />
        )
      }
    >
      <Refusal problem={problem ?? candidates.problem} onAgain={askAgain} />
      {candidates.answer && <CandidateLists candidates={candidates.answer} />}
      <DataList
        title="历次会议"
        {...meetingsExport}
        unit="次"
        rows={answer?.meetings}
        keyOf={({ meetingId }) => meetingId}
        columns={columns}
        onOpen={({ meetingId }) => void navigate({ to: meetingPath(meetingId) })}
        empty="还没有召集过会议。会议秘书或者主持人召集后列在这里。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<MeetingRow>[] = [
  { key: 'number', title: '会议', cell: ({ number }) => number },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 9 },
  { key: 'on', title: '日期', cell: ({ on }) => formatDateWithWeekday(localDate(on)), width: 15 },
  { key: 'status', title: '状态', cell: ({ status }) => statusTitles[status], width: 7 },
  {
    key: 'cases',
    title: '办件',
    cell: ({ listed, resolved }) => `${listed} 件，已有结果 ${resolved} 件`,
    width: 16,
  },
];
