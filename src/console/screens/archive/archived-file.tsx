import { Button } from 'antd';
import { useState } from 'react';
import { archivedFile, consultFile } from '../../../modules/archive/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { dayWords, type FileOpened, keptWords } from './archive-words.ts';
import { CaseUses } from './case-uses.tsx';
import { FileActs } from './file-acts.tsx';
import { PacketAct } from './packet-act.tsx';
import './archive.css';

const provers = ['case-officer', 'aid-officer', 'inspector', 'county-leader', 'auditor'];
const mayProve = (role = '') => provers.includes(role);

/** One closed file. Whoever does not keep it says first why they open it, and that stays in the log. */
export default function ArchivedFile() {
  const caseId = useParam('caseId');
  const found = useAnswer(archivedFile, { params: { caseId } });
  const { session } = useSession();
  if (found.answer) return <Opened caseId={caseId} file={found.answer} onDone={found.askAgain} />;
  if (found.problem?.code === 'consult-first') {
    return <Consult caseId={caseId} onDone={found.askAgain} />;
  }
  return (
    <Page title="案卷">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {/* A case may have to be proved before it is closed. */}
      {found.problem?.code === 'file-not-archived' && mayProve(session?.post?.role) && (
        <PacketAct caseId={caseId} />
      )}
    </Page>
  );
}

function Consult({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const [form, setForm] = useState(() => ({ useId: newKey(), reason: '' }));
  const command = useCommand(consultFile);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: form });
    if (done.ok) onDone();
  };
  return (
    <Page title="查阅案卷" under="谁、什么时候、为什么看了哪一户，都记入利用登记；当天内可以再看。">
      <ActTrouble command={command} onAgain={() => void act()} />
      <Panel>
        <EnterMoves className="ym-form">
          <div className="ym-wide">
            <TextField label="查阅理由" required lines={2} most={300} {...bind('reason')} />
          </div>
        </EnterMoves>
        <NextAct title="登记并查阅" onAct={() => void act()} busy={command.busy} />
      </Panel>
    </Page>
  );
}

type OpenedProps = {
  readonly caseId: string;
  readonly file: FileOpened;
  readonly onDone: () => void;
};

function Opened({ caseId, file, onDone }: OpenedProps) {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  return (
    <Page title={`${file.applicant} 案卷`} under={`办件编号 ${file.number}`}>
      <div className="ym-columns ya-file">
        <div className="ya-stack">
          <Panel title="卷内目录">
            <DescriptionSheet
              items={[
                { label: '归档', value: `${dayWords(file.archivedOn)}，${file.archivedBy}` },
                { label: '保管期限', value: keptWords(file.retention) },
                {
                  label: '打印',
                  value: (
                    <a
                      href={`/api/cases/${caseId}/papers/archive-index`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      卷内目录
                    </a>
                  ),
                },
              ]}
            />
            <Items items={file.items} />
          </Panel>
          <Panel title="归档后续补">
            <Later later={file.later} />
          </Panel>
        </div>
        <div className="ya-stack">
          {mayProve(role) && <PacketAct caseId={caseId} />}
          <FileActs caseId={caseId} file={file} role={role} onDone={onDone} />
          {mayProve(role) && <CaseUses caseId={caseId} role={role} />}
        </div>
      </div>
    </Page>
  );
}

const FIRST = 25;

/** The index as it was closed; a long one shows its beginning until more is asked for. */
function Items({ items }: Pick<FileOpened, 'items'>) {
  const [isWhole, setIsWhole] = useState(items.length <= FIRST + 5);
  const shown = isWhole ? items : items.slice(0, FIRST);
  return (
    <>
      <ol className="ya-items">
        {shown.map(({ title, on, hash }, index) => (
          // The same photo may prove two things; its place in the index is what tells them apart.
          <li key={`${index} ${title}`}>
            <FileName title={title} hash={hash} />
            <span className="ym-quiet">{on ? dayWords(on) : ''}</span>
            <span className="ym-quiet">{hash ? `校验值 ${hash.slice(0, 8)}` : '系统文书'}</span>
          </li>
        ))}
      </ol>
      {!isWhole && <Button onClick={() => setIsWhole(true)}>看全部 {items.length} 件</Button>}
    </>
  );
}

function FileName({ title, hash }: { title: string; hash: string | null }) {
  if (!hash) return <span>{title}</span>;
  return (
    <a href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
      {title}
    </a>
  );
}

const classWords = { approval: '审批类', routine: '日常管理类' } as const;

function Later({ later }: Pick<FileOpened, 'later'>) {
  if (later.length === 0) return <p className="ym-empty">归档以后还没有新的材料。</p>;
  return (
    <ol className="ya-items">
      {later.map(({ title, on, files, class: kind }, index) => (
        <li key={`${index} ${title}`}>
          <span>{title}</span>
          <span className="ym-quiet">{dayWords(on)}</span>
          <span className="ym-quiet">{classWords[kind]}</span>
          {files.map(({ name, hash }) => (
            <FileName key={hash} title={name} hash={hash} />
          ))}
        </li>
      ))}
    </ol>
  );
}
