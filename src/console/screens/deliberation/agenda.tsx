import { Button } from 'antd';
import { useState } from 'react';
import { delistCase, listCase, meetingCandidates } from '../../../modules/deliberation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { CandidateLists } from './candidate-lists.tsx';
import {
  itemTitles,
  proposesWords,
  resolutionTitles,
  type RoomItem,
  tallyWords,
} from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

/** 议程： each case with where it stands; the secretary adds and takes off. */
export function Agenda({ onShow, ...given }: RoomPart & { onShow: (caseId: string) => void }) {
  const { room, role } = given;
  const builds = role === 'secretary' && !room.endedOn;
  return (
    <>
      <Panel title={`议程 ${room.agenda.length} 件`}>
        <ol className="yd-lines">
          {room.agenda.map((item) => (
            <li key={item.caseId} className="yd-line">
              <Button type="link" onClick={() => onShow(item.caseId)}>
                {item.facts?.applicant ?? '您应当回避的办件'}
              </Button>
              <span className="ym-quiet">{item.number}</span>
              <span>{proposesWords(item.proposes, item.scheme)}</span>
              <strong>{standingOf(item)}</strong>
              {builds && item.status === 'listed' && <TakeOff {...given} item={item} />}
            </li>
          ))}
        </ol>
      </Panel>
      {builds && <AddCases {...given} />}
    </>
  );
}

function standingOf(item: RoomItem): string {
  if (item.status === 'voting') return `正在表决，已投 ${item.voted}/${item.voters.length}`;
  if (!item.resolution) return itemTitles[item.status];
  return [resolutionTitles[item.resolution], tallyWords(item)].filter(Boolean).join(' · ');
}

function AddCases({ room, onDone }: RoomPart) {
  const { meetingId, version, agenda } = room;
  const { answer, askAgain } = useAnswer(meetingCandidates, {
    params: {},
    search: agenda.length,
  });
  const command = useCommand(listCase);
  const add = async (caseId: string) => {
    const done = await command.give({ params: { meetingId }, body: { caseId }, version });
    if (!done.ok) return;
    onDone();
    askAgain();
  };
  return (
    <>
      <ActTrouble command={command} onAgain={onDone} />
      {answer && (
        <CandidateLists
          candidates={answer}
          actFor={(caseId) => (
            <Button onClick={() => void add(caseId)} disabled={command.busy}>
              列入议程
            </Button>
          )}
        />
      )}
    </>
  );
}

function TakeOff({ room, item, onDone }: RoomPart & { item: RoomItem }) {
  const [because, setBecause] = useState('');
  const command = useCommand(delistCase);
  const act = async () => {
    const body = { caseId: item.caseId, because };
    const params = { meetingId: room.meetingId };
    const done = await command.give({ params, body, version: room.version });
    if (done.ok) onDone();
  };
  return (
    <details>
      <summary>移出议程</summary>
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField
        id="because"
        label="移出的理由"
        required
        value={because}
        onChange={setBecause}
        error={command.errors[0]?.message}
      />
      <Button onClick={() => void act()} disabled={command.busy}>
        移出议程
      </Button>
    </details>
  );
}
