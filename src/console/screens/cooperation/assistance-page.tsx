import { useState } from 'react';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/cooperation/access.ts';
import {
  answerAssistance,
  assistanceView,
  declineAssistance,
} from '../../../modules/cooperation/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { viewUrl } from '../investigation/signed-file.ts';
import { ActFields } from '../review/act-fields.tsx';
import { type ActField, type ActForm, filesIn } from '../review/act-spec.ts';
import { type AssistanceShown, assistedWords } from './assistance-path.ts';

/** One request of another place: what is asked, what was found here. */
export default function AssistancePage() {
  const assistanceId = useParam('assistanceId');
  const { answer, awaiting, problem, askAgain } = useAnswer(assistanceView, {
    params: { assistanceId },
  });
  if (answer) return <Assistance key={assistanceId} view={answer} onDone={askAgain} />;
  return (
    <Page title="协助外地调查">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
    </Page>
  );
}

const dayWords = (on: string) => formatDate(localDate(on));

function Assistance({ view, onDone }: { view: AssistanceShown; onDone: () => void }) {
  const { session } = useSession();
  const { summary, answered, declined } = view;
  const mayAnswer = access.AnswerAssistance.roles.some((role) => role === session?.post?.role);
  const isOpen = !answered && !declined;
  const late = summary.isOverdue ? '已超过期限，' : '';
  return (
    <Page
      title={`${summary.from} · ${summary.families}`}
      under={summary.outcome || `${late}应于 ${dayWords(summary.dueOn)}前答复`}
    >
      <Panel title="对方的请求">
        <DescriptionSheet
          items={[
            { label: '请求', value: summary.asked.join('、'), wide: true },
            ...(view.note ? [{ label: '说明', value: view.note, wide: true }] : []),
            { label: '收到', value: dayWords(summary.receivedOn) },
          ]}
        />
        {view.letter && (
          <p>
            <a href={viewUrl({ id: view.letter.hash })} target="_blank" rel="noreferrer">
              {view.letter.name}
            </a>
          </p>
        )}
      </Panel>
      {answered && (
        <Panel title="答复">
          <DescriptionSheet
            items={[
              { label: '答复', value: answered.text, wide: true },
              { label: '救助情况', value: assistedWords(answered.assisted), wide: true },
              ...(answered.visitedOn
                ? [{ label: '走访', value: `${dayWords(answered.visitedOn)} ${answered.visitors}` }]
                : []),
              { label: '办理', value: `${dayWords(answered.on)}，${answered.by}` },
            ]}
          />
        </Panel>
      )}
      {declined && (
        <Panel title="退回">
          <p>
            {dayWords(declined.on)}，{declined.by}：{declined.reason}
          </p>
        </Panel>
      )}
      {isOpen && mayAnswer && <AnswerForm view={view} onDone={onDone} />}
      {isOpen && mayAnswer && (
        <section className="yc-quiet-acts" aria-label="其他办理">
          <h2>其他办理</h2>
          <DeclineAct view={view} onDone={onDone} />
        </section>
      )}
    </Page>
  );
}

const fields: readonly ActField[] = [
  { key: 'text', label: '查到的情况', is: 'text', lines: 4 },
  {
    ...{ key: 'assisted', label: '是否在本地申请或者享受救助', is: 'code', optional: true },
    options: [
      { value: 'no', label: '没有' },
      { value: 'yes', label: '有' },
    ],
    hint: '对方问到的必须填写',
  },
  { key: 'visitedOn', label: '走访日期', is: 'date', optional: true },
  { key: 'visitors', label: '走访人员', is: 'text', optional: true },
  { key: 'papers', label: '材料', is: 'files', optional: true },
];

const blank: ActForm = { text: '', assisted: null, visitedOn: null, visitors: '', papers: [] };

function AnswerForm({ view, onDone }: { view: AssistanceShown; onDone: () => void }) {
  const { assistanceId } = view.summary;
  const draft = useDraft<ActForm>(`assistance:${assistanceId}`, blank);
  const form = { ...blank, ...draft.value };
  const command = useCommand(answerAssistance);
  const act = async () => {
    const assisted = form.assisted === null ? null : form.assisted === 'yes';
    const body = { ...form, assisted, papers: filesIn(form.papers) } as never;
    const { version } = view;
    const done = await command.give({ params: { assistanceId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <Panel title="答复对方">
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      <ErrorSummary errors={errorsUnder('answer', command.errors)} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <ActFields
        name="answer"
        fields={fields}
        form={form}
        setForm={draft.setValue}
        errors={errorsUnder('answer', command.errors)}
      />
      <DraftStatus draft={draft} />
    </Panel>
  );
}

function DeclineAct({ view, onDone }: { view: AssistanceShown; onDone: () => void }) {
  const [form, setForm] = useState<ActForm>({ reason: '' });
  const command = useCommand(declineAssistance);
  const { assistanceId } = view.summary;
  const act = async () => {
    const { version } = view;
    const done = await command.give({ params: { assistanceId }, body: form as never, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="decline"
      title="退回请求"
      about="查无此人、不属于本地的，写明理由退回，对方看得到。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name="decline"
        fields={[{ key: 'reason', label: '理由', is: 'text', lines: 2 }]}
        form={form}
        setForm={setForm}
        errors={errorsUnder('decline', command.errors)}
      />
    </QuietAct>
  );
}
