import { Button } from 'antd';
import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordNeighbourInterview } from '../../../modules/investigation/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { SignatureField, type Signature } from '../../../ui/field/signature-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from './act-trouble.tsx';
import { isSigned, uploadSignature } from './signed-file.ts';
import { useColleagues, VisitorField } from './visitor-field.tsx';

const questions = [
  '这一家平时有几口人居住？',
  '平时靠什么生活，谁在外面做事？',
  '近一年有没有买房、买车、办大事？',
] as const;

type InterviewDraft = {
  readonly id: string;
  readonly on: LocalDate | null;
  readonly visitors: readonly string[];
  readonly neighbour: string;
  readonly relation: string;
  readonly place: string;
  readonly answers: readonly string[];
  readonly signed: Readonly<Record<string, Signature | null>>;
};

function blankInterview(): InterviewDraft {
  const answers = questions.map(() => '');
  const who = { neighbour: '', relation: '', place: '' };
  return { id: newKey(), on: null, visitors: [], ...who, answers, signed: {} };
}

/** 邻里访问: the neighbour's name goes in once and is never shown again on a screen. */
export function NeighbourForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const key = `neighbour:${caseId}:${state.investigation.interviews.length}`;
  const draft = useDraft(key, blankInterview());
  const { value, setValue } = draft;
  const command = useCommand(recordNeighbourInterview);
  const bind = useFields(value, setValue, command.errors);
  const people = useColleagues('investigator,case-officer');
  const [unsent, setUnsent] = useState(false);
  const act = async () => {
    const signatures = await signaturesOf(caseId, value, people);
    setUnsent(signatures === null);
    if (!signatures) return;
    const { id, neighbour, relation, place } = value;
    const done = await command.give({
      params: { caseId },
      body: {
        ...{ id, neighbour, relation, place },
        on: value.on as LocalDate,
        visitors: [...value.visitors],
        answers: questions.flatMap((question, index) => {
          const answer = value.answers[index]?.trim() ?? '';
          return answer === '' ? [] : [{ question, answer }];
        }),
        signatures,
        neighbourSignature: null,
        remoteBecause: null,
        smallOfficeReason: null,
      },
      version,
    });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title="6 邻里">
        <p className="ym-quiet">邻居的姓名加密保存，屏幕上不再显示，也不会告诉申请家庭。</p>
        <ActTrouble command={command} onAgain={() => void act()} />
        {unsent && <p className="ym-wrong">签名没有传上去，请检查网络后再提交一次。</p>}
        <div className="ym-form">
          <DateField label="访问日期" required {...bind('on')} />
          <TextField label="邻居姓名" required {...bind('neighbour')} />
          <TextField label="与申请家庭的关系" required {...bind('relation')} />
          <TextField label="访问地点" required {...bind('place')} />
          <div className="ym-wide">
            <VisitorField
              label="调查人员（不少于 2 人）"
              required
              people={people}
              {...bind('visitors')}
            />
          </div>
          {questions.map((question, index) => (
            <div className="ym-wide" key={question}>
              <TextField
                id={`answers.${index}`}
                label={question}
                lines={2}
                most={500}
                value={value.answers[index] ?? ''}
                onChange={(text) =>
                  setValue((now) => ({ ...now, answers: now.answers.with(index, text) }))
                }
              />
            </div>
          ))}
          {value.visitors.map((person) => (
            <SignatureField
              key={person}
              id={`interview-signed.${person}`}
              label={`调查人员 ${nameIn(people, person)}`}
              required
              signer={nameIn(people, person)}
              value={value.signed[person] ?? null}
              onChange={(signature) =>
                setValue((now) => ({ ...now, signed: { ...now.signed, [person]: signature } }))
              }
            />
          ))}
        </div>
        <div className="ym-row">
          <Button size="large" onClick={() => void act()} disabled={command.busy}>
            {command.busy ? `正在提交“${command.title}”…` : command.title}
          </Button>
          <DraftStatus draft={draft} />
        </div>
      </Panel>
    </EnterMoves>
  );
}

type People = ReturnType<typeof useColleagues>;

function nameIn(people: People, person: string): string {
  return people.find((each) => each.person === person)?.name ?? '调查人员';
}

async function signaturesOf(caseId: string, draft: InterviewDraft, people: People) {
  const signatures = [];
  for (const signer of draft.visitors) {
    const signature = draft.signed[signer];
    if (!isSigned(signature)) continue;
    const image = await uploadSignature(caseId, nameIn(people, signer), signature);
    if (!image) return null;
    signatures.push({ as: 'visitor' as const, signer, image });
  }
  return signatures;
}
