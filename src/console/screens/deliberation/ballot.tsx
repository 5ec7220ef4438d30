import { Button } from 'antd';
import { useState } from 'react';
import { castVote } from '../../../modules/deliberation/contract.ts';
import type { Choice } from '../../../modules/deliberation/meeting.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { choiceTitles, type RoomItem } from './meeting-words.ts';
import type { RoomPart } from './room-part.ts';

const choices = Object.keys(choiceTitles) as Choice[];

/** One member's own vote on their own screen: three large buttons, then one to hand it in. */
export function Ballot({ room, item, onDone }: RoomPart & { item: RoomItem }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [opinion, setOpinion] = useState('');
  const command = useCommand(castVote);
  if (item.status !== 'voting' || !item.iMayVote) return null;
  if (item.iVoted) {
    return (
      <p className="yd-voted" role="status">
        您已投票。全部成员投完后公布结果。
      </p>
    );
  }
  const act = async () => {
    const { caseId, proposalHash } = item;
    const body = { caseId, proposalHash, choice: choice as Choice, opinion };
    const done = await command.give({ params: { meetingId: room.meetingId }, body });
    if (!done.ok) return;
    setChoice(null);
    setOpinion('');
    onDone();
  };
  const errorAt = (path: string) => command.errors.find((each) => each.path === path)?.message;
  return (
    <section className="yd-ballot" aria-label="我的表决">
      <h3>我的表决（他人看不到）</h3>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="yd-choices" role="radiogroup" aria-label="我的表决" id="choice">
        {choices.map((each) => (
          <label key={each} className="yd-choice" data-chosen={choice === each ? '' : undefined}>
            <input
              type="radio"
              name={`choice-${item.caseId}`}
              checked={choice === each}
              onChange={() => setChoice(each)}
            />
            {choiceTitles[each]}
          </label>
        ))}
      </div>
      <TextField
        id="opinion"
        label={choice === 'disagree' ? '不同意的意见（写入会议纪要）' : '意见'}
        required={choice === 'disagree'}
        lines={2}
        most={300}
        value={opinion}
        onChange={setOpinion}
        error={errorAt('opinion')}
      />
      <Button
        type="primary"
        size="large"
        block
        onClick={() => void act()}
        disabled={command.busy || choice === null}
      >
        {choice ? `投票：${choiceTitles[choice]}` : '请先选择'}
      </Button>
      <p className="ym-quiet">投票后不能更改。</p>
    </section>
  );
}
