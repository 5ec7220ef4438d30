import { Button } from 'antd';
import { useState } from 'react';
import { recuse } from '../../../modules/deliberation/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { nameIn, type RoomItem } from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

/** 回避： who left the case, who will have to, who should be asked; a member withdraws themself here. */
export function Recusals({ item, ...given }: RoomPart & { item: RoomItem }) {
  const { room, role } = given;
  const member = room.entitled.some(({ person }) => person === room.me);
  const mayRecord = role === 'secretary' || role === 'chair' || member;
  return (
    <section aria-label="回避">
      {item.recusals.length > 0 && (
        <p>
          已回避：
          {item.recusals.map((each) => `${nameIn(room, each.person)}（${each.ground}）`).join('、')}
        </p>
      )}
      {item.suggested.map(({ person, ground, certain }) => (
        <p key={person} className="yd-suggested">
          {nameIn(room, person)}:{ground}。
          {certain ? '表决开始时自动回避。' : '请当面核实，属实的登记回避。'}
        </p>
      ))}
      {item.status === 'listed' && mayRecord && !room.endedOn && (
        <RecuseForm {...given} item={item} />
      )}
    </section>
  );
}

function RecuseForm({ room, role, item, onDone }: RoomPart & { item: RoomItem }) {
  const records = role === 'secretary' || role === 'chair';
  const [chosen, setChosen] = useState<string | null>(null);
  const [ground, setGround] = useState('');
  const command = useCommand(recuse);
  const person = records ? chosen : room.me;
  const act = async () => {
    const body = { caseId: item.caseId, person: person ?? '', ground };
    const params = { meetingId: room.meetingId };
    const done = await command.give({ params, body, version: room.version });
    if (done.ok) onDone();
  };
  const errorAt = (path: string) => command.errors.find((each) => each.path === path)?.message;
  const left = new Set(item.recusals.map((each) => each.person));
  return (
    <details>
      <summary>{records ? '登记回避' : '我申请回避本案'}</summary>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        {records && (
          <CodeSelect
            id="person"
            label="回避的成员"
            required
            options={room.entitled
              .filter((each) => !left.has(each.person))
              .map((each) => ({ value: each.person, label: each.name }))}
            value={chosen}
            onChange={setChosen}
            error={errorAt('person')}
          />
        )}
        <TextField
          id="ground"
          label="回避的理由"
          required
          value={ground}
          onChange={setGround}
          error={errorAt('ground')}
        />
      </div>
      <Button onClick={() => void act()} disabled={command.busy}>
        {records ? '登记回避' : '申请回避'}
      </Button>
    </details>
  );
}
