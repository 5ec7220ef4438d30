import { Button } from 'antd';
import { useState } from 'react';
import { countersignMinutes, signMinutes } from '../../../modules/deliberation/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { PrintFrame } from '../../../ui/reading/print-frame.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { minutesUrl, nameIn } from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

/** 会议纪要： writes itself from the record; the one who presided and the recorder sign it. */
export function Minutes({ room, onDone }: RoomPart) {
  const { meetingId, version, agenda, signatories, signedBy, me } = room;
  const [isShown, setIsShown] = useState(false);
  const command = useCommand(signMinutes);
  const isOver = agenda.every(({ status }) => status === 'resolved');
  const title = isOver ? '会议纪要' : '会议议程';
  const act = async () => {
    const done = await command.give({ params: { meetingId }, body: {}, version });
    if (done.ok) onDone();
  };
  const also = useCommand(countersignMinutes);
  const countersign = async () => {
    const done = await also.give({ params: { meetingId }, body: {}, version });
    if (done.ok) onDone();
  };
  const mayCountersign = mayStillSign(room);
  const waiting = signatories.filter((person) => !signedBy.includes(person));
  return (
    <Panel title={title}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <ActTrouble command={also} onAgain={() => void countersign()} />
      <p>
        {isOver
          ? '全部办件已有结果，纪要已按表决记录自动生成。'
          : '议程和记录随会议进行自动更新，全部办件有结果后成为会议纪要。'}
      </p>
      {signedBy.length > 0 && (
        <p>已签署：{signedBy.map((person) => nameIn(room, person)).join('、')}</p>
      )}
      {room.countersigned.length > 0 && (
        <p>成员补签：{room.countersigned.map(({ person }) => nameIn(room, person)).join('、')}</p>
      )}
      {isOver && waiting.length > 0 && (
        <p>待签署：{waiting.map((person) => nameIn(room, person)).join('、')}</p>
      )}
      <div className="ym-row">
        {isOver && waiting.includes(me) && (
          <Button type="primary" onClick={() => void act()} disabled={command.busy}>
            签署会议纪要
          </Button>
        )}
        {mayCountersign && (
          <Button type="primary" onClick={() => void countersign()} disabled={also.busy}>
            签署会议记录（{room.countersignUntil}前）
          </Button>
        )}
        <Button onClick={() => setIsShown((now) => !now)}>
          {isShown ? '收起' : `查看和打印${title}`}
        </Button>
      </div>
      {agenda.length > 0 && (
        <a href={`/api/meetings/${meetingId}/papers/pack`} target="_blank" rel="noreferrer">
          打印会议材料（每案一页）
        </a>
      )}
      {isShown && <PrintFrame key={version} url={minutesUrl(meetingId)} title={title} />}
    </Panel>
  );
}

/** A member who was there, has not signed yet, and is in time; the server says it again. */
function mayStillSign({ me, attended, signedBy, countersigned, endedOn }: RoomPart['room']) {
  const hasSigned = [...signedBy, ...countersigned.map(({ person }) => person)].includes(me);
  return endedOn !== null && attended.includes(me) && !hasSigned;
}
