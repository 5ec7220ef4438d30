import { useState } from 'react';
import { formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { meetingView } from '../../../modules/deliberation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { Ballot } from './ballot.tsx';
import { CallOff } from './call-off.tsx';
import type { RoomPart } from './room-part.ts';
import { CaseSheet } from './case-sheet.tsx';
import { Minutes } from './minutes.tsx';
import { kindTitles, nameIn } from './meeting-words.ts';
import './meeting.css';

/** What is studied, who is there, and the minutes that follow from it. */
function Sitting({ onShow, ...given }: RoomPart & { onShow: (caseId: string) => void }) {
  const { room } = given;
  return (
    <>
      <Agenda {...given} onShow={onShow} />
      <Attendance key={room.attended.join()} {...given} />
      {(room.agenda.length > 0 || room.attended.length > 0) && <Minutes {...given} />}
      {room.agenda.length === 0 && (
        <Panel>
          <p className="ym-empty">议程还是空的。列入办件后，议程和会议纪要会自动生成。</p>
        </Panel>
      )}
    </>
  );
}

/**
 * 会议室： the same room on the projector, at the secretary's seat and on each member's phone. It is read again
 * every three seconds, so that what one does the others see.
 */
export default function MeetingRoom() {
  const meetingId = useParam('meetingId');
  const { session } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const { answer, awaiting, problem, askAgain } = useAnswer(meetingView, {
    params: { meetingId },
    everySeconds: 3,
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const role = session?.post?.role ?? '';
  const voting = answer.agenda.find(({ status }) => status === 'voting');
  const shown = voting ?? answer.agenda.find(({ caseId }) => caseId === chosen);
  const given = { room: answer, role, onDone: askAgain };
  return (
    <Page
      title={answer.number}
      under={`${answer.townshipName}${kindTitles[answer.kind]} · ${formatDateWithWeekday(localDate(answer.on))} ${answer.at} · ${answer.place} · 主持 ${nameIn(answer, answer.chair)} · 记录 ${answer.recorderName}`}
    >
      {shown && (
        <CaseSheet key={shown.caseId} {...given} item={shown} onClose={() => setChosen(null)}>
          <Ballot key={`${shown.caseId} ${shown.proposalHash}`} {...given} item={shown} />
        </CaseSheet>
      )}
      {!answer.calledOff && <Sitting {...given} onShow={setChosen} />}
      <CallOff {...given} />
    </Page>
  );
}
