import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { proposalWords } from '../case/benefit-words.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import {
  choiceTitles,
  nameIn,
  proposesWords,
  resolutionTitles,
  type RoomItem,
  tallyWords,
} from './meeting-words.ts';
import { Presiding } from './presiding.tsx';
import { Recusals } from './recusals.tsx';
import { PackSheet } from './pack-sheet.tsx';
import type { RoomPart } from './room-part.ts';

type CaseSheetProps = RoomPart & {
  readonly item: RoomItem;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One case for everybody to read: large type, no numbers of anybody, the whole screen when projected. */
export function CaseSheet({ item, onClose, children, ...given }: CaseSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [isLarge, setIsLarge] = useState(false);
  const project = () => {
    setIsLarge((now) => !now);
    if (document.fullscreenElement) void document.exitFullscreen();
    else void sheet.current?.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <div ref={sheet} className="yd-sheet" data-large={isLarge ? '' : undefined}>
      <Panel title={item.facts ? `${item.facts.applicant} · ${item.number}` : item.number}>
        <div className="ym-row yd-sheet-acts">
          <Button onClick={project}>{isLarge ? '退出投影' : '投影（大字全屏）'}</Button>
          {item.status !== 'voting' && <Button onClick={onClose}>回到议程</Button>}
        </div>
        {item.facts ? <Facts item={item} /> : <p>您与该户有应当回避的情形，不显示本案内容。</p>}
        <Result {...given} item={item} />
        {item.facts && !isLarge && item.status !== 'resolved' && (
          <PackSheet meetingId={given.room.meetingId} caseId={item.caseId} />
        )}
        <Recusals {...given} item={item} />
        {isLarge && item.iMayVote ? (
          <p className="ym-quiet">
            投影时不显示个人表决，请退出投影后投票，或者在自己的手机上投票。
          </p>
        ) : (
          children
        )}
        <Presiding {...given} item={item} />
      </Panel>
    </div>
  );
}

function Facts({ item: { facts, proposes, scheme } }: { item: RoomItem }) {
  if (!facts) return null;
  const yuan = (amount: number) => `${formatYuan(amount as Fen)} 元`;
  const { monthlyAmount, perCapitaMonthly, standard } = facts;
  return (
    <>
      <p className="yd-proposal">
        {proposesWords(proposes, scheme)}
        {proposes === 'grant' && `：${proposalWords(scheme, facts.members, monthlyAmount)}`}
      </p>
      <DescriptionSheet
        items={[
          { label: '村（社区）', value: facts.villageName },
          {
            label: '人均月收入',
            value: perCapitaMonthly === null ? '' : yuan(perCapitaMonthly),
            figure: true,
          },
          { label: '低保标准', value: standard === null ? '' : yuan(standard), figure: true },
          { label: '近亲属单独登记', value: facts.kin ? '是，县级已入户核查' : '否' },
          { label: '初审理由', value: facts.reasons, wide: true },
        ]}
      />
    </>
  );
}

/** The strip of the result, with every opinion once it is open. */
function Result({ room, item }: RoomPart & { item: RoomItem }) {
  if (item.status === 'voting') {
    return (
      <p className="yd-result" role="status">
        正在表决：已投 {item.voted} 票，共 {item.voters.length} 票。全部投完前，谁也看不到结果。
      </p>
    );
  }
  if (!item.resolution) return null;
  return (
    <div className="yd-result" role="status">
      <strong>{resolutionTitles[item.resolution]}</strong>
      {item.votes.length > 0 && <span> {tallyWords(item)}</span>}
      {item.reason && <p>会议意见：{item.reason}</p>}
      <ul>
        {item.votes.map(({ person, choice, opinion }) => (
          <li key={person}>
            {nameIn(room, person)}:{choiceTitles[choice as keyof typeof choiceTitles]}
            {opinion && `。${opinion}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
