import type { Notice, NoticeKind } from '../../../modules/publicity/index.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { BoardCard } from './board-card.tsx';

const levels = ['township', 'village'] as const;

/** Both places side by side, one below the other on a phone. */
export function Boards({ given, kind }: { given: StagePanelProps; kind: NoticeKind }) {
  const { assessment, confirmation, publicity } = given.state;
  const hash = kind === 'before' ? assessment.opinion?.hash : confirmation.decision?.proposalHash;
  const places = assessment.opinion?.places ?? levels;
  const notices = publicity.notices as readonly Notice[];
  const here = (level: (typeof levels)[number]) =>
    notices.filter((each) => each.kind === kind && each.level === level);
  const shown = levels.filter((level) => places.includes(level) || here(level).length > 0);
  return (
    <div className="yp-boards">
      {shown.map((level) => (
        <BoardCard
          key={level}
          given={given}
          kind={kind}
          level={level}
          notice={here(level).find((each) => each.proposalHash === hash)}
          old={here(level).find((each) => each.proposalHash !== hash && !each.takenDown)}
        />
      ))}
    </div>
  );
}
