import { Button } from 'antd';
import { useState } from 'react';
import { formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { callOffMeeting } from '../../../modules/deliberation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { RoomPart } from './room-part.ts';

/** 取消会议： for a meeting nobody came to, or that could decide nothing; its cases are ready for another one. */
export function CallOff({ room, role, onDone }: RoomPart) {
  const [reason, setReason] = useState('');
  const command = useCommand(callOffMeeting);
  const { calledOff, meetingId, version, agenda } = room;
  if (calledOff) {
    return (
      <Panel title={`会议已取消 ${formatDateWithWeekday(localDate(calledOff.on))}`}>
        <p>
          {calledOff.byName}取消。理由：{calledOff.reason}
        </p>
        {calledOff.cases > 0 && (
          <p>原列入议程的 {calledOff.cases} 件已回到“可以上会”，可以列入另一次会议。</p>
        )}
      </Panel>
    );
  }
  const mayCallOff = role === 'secretary' || role === 'chair';
  const isUndecided = agenda.every(({ status }) => status === 'listed');
  if (!mayCallOff || room.endedOn || !isUndecided) return null;
  const act = async () => {
    const done = await command.give({ params: { meetingId }, body: { reason }, version });
    if (done.ok) onDone();
  };
  return (
    <details>
      <summary>取消会议</summary>
      <p className="ym-quiet">
        没有人到会、到会人数不足或者会议改期时使用。议程上的办件不受影响，可以列入另一次会议。
      </p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField
        id="reason"
        label="取消的理由"
        required
        value={reason}
        onChange={setReason}
        error={command.errors[0]?.message}
      />
      <Button onClick={() => void act()} disabled={command.busy}>
        取消会议
      </Button>
    </details>
  );
}
