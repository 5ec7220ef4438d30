import { useState } from 'react';
import { Button } from 'antd';
import { recordAttendance } from '../../../modules/deliberation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { nameIn } from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

/** 到会： the secretary ticks who is here; everybody else is absent with a reason. */
export function Attendance(given: RoomPart) {
  const { room, role } = given;
  const isVoting = room.agenda.some(({ status }) => status === 'voting');
  if (role === 'secretary' && !room.endedOn && !isVoting) return <AttendanceForm {...given} />;
  const { attendance } = room;
  if (!attendance) return <Panel title="到会">尚未登记到会，由会议秘书在开会当天登记。</Panel>;
  const absent = attendance.absent.map(
    ({ person, reason }) => `${nameIn(room, person)}（${reason}）`,
  );
  return (
    <Panel title={`到会 ${attendance.present.length}/${room.entitled.length} 人`}>
      <p>{attendance.present.map((person) => nameIn(room, person)).join('、')}</p>
      {absent.length > 0 && <p>缺席：{absent.join('、')}</p>}
      {attendance.sittingIn.length > 0 && (
        <p>列席：{attendance.sittingIn.map(({ name, as }) => `${name}（${as}）`).join('、')}</p>
      )}
    </Panel>
  );
}

function AttendanceForm({ room, onDone }: RoomPart) {
  const recorded = room.attendance;
  const [present, setPresent] = useState<readonly string[]>(
    () => recorded?.present ?? room.entitled.map(({ person }) => person),
  );
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((recorded?.absent ?? []).map(({ person, reason }) => [person, reason])),
  );
  const [others, setOthers] = useState(() =>
    (recorded?.sittingIn ?? []).map(({ name, as }) => `${name} ${as}`).join('\n'),
  );
  const command = useCommand(recordAttendance);
  const away = room.entitled.filter(({ person }) => !present.includes(person));
  const act = async () => {
    const absent = away.map(({ person }) => ({ person, reason: reasons[person] ?? '' }));
    const body = { present: [...present], absent, sittingIn: peopleIn(others) };
    const params = { meetingId: room.meetingId };
    const done = await command.give({ params, body, version: room.version });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`到会 ${present.length}/${room.entitled.length} 人`}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <Ticks room={room} present={present} onPresent={setPresent} />
      <div className="ym-form">
        {away.map(({ person, name }, index) => (
          <TextField
            key={person}
            id={`absent.${index}.reason`}
            label={`${name}缺席的原因`}
            required
            value={reasons[person] ?? ''}
            onChange={(reason) => setReasons((now) => ({ ...now, [person]: reason }))}
            error={command.errors.find(({ path }) => path === `absent.${index}.reason`)?.message}
          />
        ))}
        <div className="ym-wide">
          <TextField
            id="sittingIn"
            label="列席人员"
            hint="一行一人，姓名和身份之间空一格，例如：陈演明 村委会主任"
            lines={2}
            value={others}
            onChange={setOthers}
            error={command.errors.find(({ path }) => path.startsWith('sittingIn'))?.message}
          />
        </div>
      </div>
      <Button onClick={() => void act()} disabled={command.busy}>
        {recorded ? '更正到会（有人迟到或者离席）' : '登记到会'}
      </Button>
    </Panel>
  );
}

type TicksProps = {
  readonly room: RoomPart['room'];
  readonly present: readonly string[];
  readonly onPresent: (present: readonly string[]) => void;
};

function Ticks({ room, present, onPresent }: TicksProps) {
  return (
    <ul className="yd-lines">
      {room.entitled.map(({ person, name }) => (
        <li key={person} className="yd-line">
          <label className="ym-choice">
            <input
              type="checkbox"
              checked={present.includes(person)}
              onChange={({ target }) => {
                const others = present.filter((each) => each !== person);
                onPresent(target.checked ? [...others, person] : others);
              }}
            />
            {name} 到会
          </label>
        </li>
      ))}
    </ul>
  );
}

function peopleIn(text: string): { name: string; as: string }[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...as] = line.split(/\s+/);
      return { name, as: as.join(' ') };
    });
}
