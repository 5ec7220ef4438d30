import { Button } from 'antd';
import { useState } from 'react';
import { closeVoting, openVoting, stopVoting } from '../../../modules/deliberation/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { nameIn, type RoomItem } from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

/** What the one who presides does with a case: open the voting, close it, or give it up unread. */
export function Presiding({ item, ...given }: RoomPart & { item: RoomItem }) {
  const { room } = given;
  const presides = room.me === item.presider;
  const closes = presides || room.me === room.recorder;
  if (room.endedOn || item.status === 'resolved') return null;
  if (item.status === 'listed') {
    if (presides) return <Open {...given} item={item} />;
    const who = item.presider ? nameIn(room, item.presider) : '';
    return (
      <p className="ym-quiet">{who ? `由${who}组织表决。` : '登记到会后由主持人组织表决。'}</p>
    );
  }
  if (!closes) return null;
  const missing = item.voters.length - item.voted;
  return missing === 0 ? (
    <Close {...given} item={item} />
  ) : (
    <>
      <p>还有 {missing} 人没有投票，全部投完后结束表决。</p>
      <Stop {...given} item={item} />
    </>
  );
}

function Open({ room, item, onDone }: RoomPart & { item: RoomItem }) {
  const command = useCommand(openVoting);
  const act = async () => {
    const params = { meetingId: room.meetingId };
    const body = { caseId: item.caseId };
    await command.give({ params, body, version: room.version });
    onDone();
  };
  return (
    <>
      <ActTrouble command={command} onAgain={() => void act()} />
      <NextAct
        title="开始表决"
        onAct={() => void act()}
        busy={command.busy}
        because={room.attendance ? null : '尚未登记到会，请会议秘书先登记'}
      />
    </>
  );
}

function Close({ room, item, onDone }: RoomPart & { item: RoomItem }) {
  const [reason, setReason] = useState('');
  // Null until the count says that the case goes back: only then is there a result to give a reason for.
  const [returnReason, setReturnReason] = useState<string | null>(null);
  const command = useCommand(closeVoting);
  const act = async () => {
    const params = { meetingId: room.meetingId };
    const body = { caseId: item.caseId, reason, returnReason: returnReason ?? '' };
    const done = await command.give({ params, body, version: room.version });
    if (done.ok) onDone();
  };
  const isReturned = command.problem?.code === 'return-reason-missing';
  const errorOf = (field: string) => command.errors.find(({ path }) => path === field)?.message;
  return (
    <>
      <ActTrouble command={command} onAgain={() => void act()} />
      {isReturned || returnReason !== null ? (
        <TextField
          id="returnReason"
          label="退回补充调查的理由"
          required
          lines={2}
          value={returnReason ?? ''}
          onChange={setReturnReason}
          error={errorOf('returnReason')}
        />
      ) : (
        <TextField
          id="reason"
          label="会议意见"
          hint="可以不写。表决没有通过的，公布票数时再写退回的理由"
          lines={2}
          value={reason}
          onChange={setReason}
          error={errorOf('reason')}
        />
      )}
      <NextAct title="结束表决，公布结果" onAct={() => void act()} busy={command.busy} />
    </>
  );
}

function Stop({ room, item, onDone }: RoomPart & { item: RoomItem }) {
  const [because, setBecause] = useState('');
  const command = useCommand(stopVoting);
  const act = async () => {
    const params = { meetingId: room.meetingId };
    const done = await command.give({ params, body: { caseId: item.caseId, because } });
    if (done.ok) onDone();
  };
  return (
    <details>
      <summary>中止表决</summary>
      <p className="ym-quiet">
        有成员离席或者临时回避时使用。已投的票不拆封、作废，更正到会后重新表决，过程写入会议记录。
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField
        id="because"
        label="中止的理由"
        required
        value={because}
        onChange={setBecause}
        error={command.errors[0]?.message}
      />
      <Button onClick={() => void act()} disabled={command.busy}>
        中止表决
      </Button>
    </details>
  );
}
