import { formatDate, formatDateWithWeekday, localDate } from '../../../kernel/local-date.ts';
import { archiveCase, archiveIndex } from '../../../modules/archive/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { filePath } from './archive-words.ts';
import './archive.css';

/** 归档： the index of the household's file as it stands, what is still missing, and one act to close it. */
export default function ArchivePanel({ caseId, version, role, onDone }: StagePanelProps) {
  const asked = useAnswer(archiveIndex, { params: { caseId }, search: { version } });
  const command = useCommand(archiveCase);
  const { answer } = asked;
  if (!answer) {
    if (asked.problem) return <Refusal problem={asked.problem} onAgain={asked.askAgain} />;
    return <Awaiting what={asked.awaiting} />;
  }
  const { items, missing, archivedOn, keepUntilRule } = answer;
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: {}, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title={archivedOn ? `已归档 ${formatDateWithWeekday(localDate(archivedOn))}` : '归档'}>
      <ActTrouble command={command} onAgain={() => void act()} />
      {!archivedOn && role === 'case-officer' && (
        <NextAct
          title={command.title}
          onAct={() => void act()}
          busy={command.busy}
          because={missing.length > 0 ? `还缺：${missing.join('、')}` : null}
        />
      )}
      <p>
        卷内材料 {items.length} 件。{keepUntilRule}
      </p>
      <p className="ym-row">
        <a href={`/api/cases/${caseId}/papers/archive-index`} target="_blank" rel="noreferrer">
          打印卷内目录
        </a>
        {archivedOn && <a href={filePath(caseId)}>打开案卷（续补、借阅、证据包）</a>}
      </p>
      <ol className="ya-items">
        {items.map(({ title, on, hash }, index) => (
          // The same photo may prove two things; its place in the index is what tells them apart.
          <li key={`${index} ${title}`}>
            {hash ? (
              <a href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              <span>{title}</span>
            )}
            <span className="ym-quiet">{on ? formatDate(localDate(on)) : ''}</span>
            <span className="ym-quiet">{hash ? `校验值 ${hash.slice(0, 8)}` : '系统文书'}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
