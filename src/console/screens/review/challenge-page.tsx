import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CommandContract } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/review/access.ts';
import {
  type ChallengeState,
  challengeKinds,
  challengeResults,
  mustBeCarriedOut,
} from '../../../modules/review/challenge.ts';
import * as contract from '../../../modules/review/challenge-contract.ts';
import { benefitView } from '../../../modules/review/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import { type ActField, type ActForm, fileIn, filesIn, optionsFrom } from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';

type Shown = {
  readonly challengeId: string;
  readonly version: number;
  readonly today: LocalDate;
  readonly state: ChallengeState;
  readonly onDone: () => void;
};

/** One challenged decision: what was asked, answered, said and carried out, and the act that is next. */
export default function ChallengePage() {
  const challengeId = useParam('challengeId');
  const found = useAnswer(contract.challengeView, { params: { challengeId } });
  const { answer } = found;
  if (!answer) {
    return (
      <Page title="复议、诉讼">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const state = answer.state as unknown as ChallengeState;
  const { registered } = state;
  if (!registered) return null;
  const due = answer.dueOn ? ` · ${formatDate(answer.dueOn as LocalDate)}前` : '';
  const shown = { ...answer, state, onDone: found.askAgain };
  return (
    <Page
      title={`${registered.against.applicant} · ${challengeKinds[registered.kind]}`}
      under={`${answer.status}${due} · ${registered.body} · ${registered.fileNumber}`}
    >
      <div className="ym-columns">
        <div className="ym-page">
          <Work key={answer.version} shown={shown} />
        </div>
        <Reading state={state} />
      </div>
    </Page>
  );
}

const day = (on: string | null) => (on ? formatDate(on as LocalDate) : '—');

function Reading({
  state: { registered, replied, outcome, carriedOut },
}: {
  state: ChallengeState;
}) {
  if (!registered) return null;
  const { against } = registered;
  return (
    <Panel title="经过">
      <DescriptionSheet
        items={[
          {
            label: '原决定',
            value: (
              <Link
                to={
                  against.benefitId
                    ? benefitPath(against.benefitId)
                    : casePath(against.caseId ?? '')
                }
              >
                {against.number}
              </Link>
            ),
            wide: true,
          },
          { label: '决定机关', value: `${against.organ}，${day(against.decidedOn)}` },
          { label: '送达', value: day(against.servedOn) },
          {
            label: '申请（起诉）',
            value: `${day(registered.filedOn)}（${registered.inTime ? '在期限内' : '已超过期限'}，最后一日 ${day(registered.lastDay)}）`,
            wide: true,
          },
          { label: '请求', value: registered.claim, wide: true },
          { label: '答复期限', value: day(registered.replyBy) },
          {
            label: '答复',
            value: replied ? `${day(replied.on)} ${replied.reply}` : '—',
            wide: true,
          },
          {
            label: '结果',
            value: outcome
              ? `${day(outcome.on)} ${outcome.document}：${challengeResults[outcome.result]}。${outcome.summary}`
              : '—',
            wide: true,
          },
          {
            label: '文书金额',
            value: outcome?.amount ? `${formatYuan(outcome.amount as Fen)} 元/月` : '—',
          },
          { label: '履行期限', value: day(outcome?.finishBy ?? null) },
          {
            label: '执行',
            value: carriedOut
              ? `${day(carriedOut.on)} ${carriedOut.number}：${carriedOut.how}`
              : '—',
            wide: true,
          },
        ]}
      />
    </Panel>
  );
}

type Form = {
  readonly name: string;
  readonly contract: CommandContract<unknown> & {
    readonly path: `/challenges/:challengeId/${string}`;
  };
  readonly about: string;
  readonly fields: readonly ActField[];
  readonly initial: ActForm;
  readonly bodyOf: (form: ActForm) => unknown;
};

function Work({ shown }: { shown: Shown }) {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { state, today } = shown;
  const { outcome, replied, carriedOut } = state;
  const may = (name: keyof typeof access) => access[name].roles.some((each) => each === role);
  const isOwed = outcome !== null && mustBeCarriedOut(outcome.result) && !carriedOut;
  const benefitId = state.registered?.against.benefitId ?? null;
  return (
    <div className="yc-quiet-acts">
      {!outcome && !replied && may('ReplyToChallenge') && (
        <Act form={replyForm(today)} shown={shown} isNext />
      )}
      {!outcome && may('RecordChallengeOutcome') && (
        <Act form={outcomeForm(today)} shown={shown} isNext={replied !== null} />
      )}
      {isOwed && benefitId && may('CarryOutRemedy') && (
        <CarryOut benefitId={benefitId} shown={shown} />
      )}
      {isOwed && may('ConcludeChallenge') && (
        <Act form={concludeForm(state)} shown={shown} isNext />
      )}
      {!isOwed && outcome && <p className="ym-quiet">没有待办的事项。</p>}
    </div>
  );
}

function Act({ form: given, shown, isNext }: { form: Form; shown: Shown; isNext: boolean }) {
  const [form, setForm] = useState(given.initial);
  const command = useCommand(given.contract);
  const { challengeId, version, onDone } = shown;
  const act = async () => {
    const body = given.bodyOf(form);
    if ((await command.give({ params: { challengeId }, body, version })).ok) onDone();
  };
  return (
    <QuietAct
      name={given.name}
      title={given.contract.title}
      about={given.about}
      command={command}
      onAct={() => void act()}
      isUrgent={isNext}
    >
      <ActFields
        name={given.name}
        fields={given.fields}
        form={form}
        setForm={setForm}
        errors={errorsUnder(given.name, command.errors)}
      />
    </QuietAct>
  );
}

/** Done in the register by whoever decides there; the version acted on is the household's. */
function CarryOut({ benefitId, shown }: { benefitId: string; shown: Shown }) {
  const { answer } = useAnswer(benefitView, { params: { benefitId }, search: {} });
  const command = useCommand(contract.carryOutRemedy);
  const act = async () => {
    if (!answer) return;
    const body = { challengeId: shown.challengeId };
    const done = await command.give({ params: { benefitId }, body, version: answer.version });
    if (done.ok) shown.onDone();
  };
  return (
    <QuietAct
      name="carry-out"
      title={contract.carryOutRemedy.title}
      about="恢复（变更）自次月起的发放，原决定以来少发的一并补发，多发的不追；原决定和各月记录都保留。"
      command={command}
      onAct={() => void act()}
      isUrgent
    />
  );
}

const replyForm = (today: LocalDate): Form => ({
  name: 'reply',
  contract: contract.replyToChallenge,
  about: '答复书（答辩状）和证据提交以后登记，期限以通知书为准。',
  fields: [
    { key: 'on', label: '提交日期', is: 'date' },
    { key: 'reply', label: '答复要点', is: 'text', lines: 3 },
    { key: 'file', label: '答复书（答辩状）', is: 'file' },
  ],
  initial: { on: today, reply: '', file: [] },
  bodyOf: ({ file, ...form }) => ({ ...form, file: fileIn(file) }),
});

const outcomeForm = (today: LocalDate): Form => ({
  name: 'outcome',
  contract: contract.recordChallengeOutcome,
  about: '按文书原样登记。变更的填写金额；撤销、变更、责令重作的填写履行期限。',
  fields: [
    { key: 'result', label: '结果', is: 'code', options: optionsFrom(challengeResults) },
    { key: 'on', label: '收到文书日期', is: 'date' },
    { key: 'document', label: '文书文号', is: 'text' },
    { key: 'summary', label: '主要内容', is: 'text', lines: 3 },
    { key: 'amount', label: '变更后的金额', is: 'money', optional: true },
    { key: 'finishBy', label: '履行期限', is: 'date' },
    { key: 'file', label: '文书', is: 'file' },
  ],
  initial: {
    ...{ result: null, on: today, document: '', summary: '', amount: null, finishBy: null },
    file: [],
  },
  bodyOf: ({ file, ...form }) => ({ ...form, file: fileIn(file) }),
});

const concludeForm = ({ registered }: ChallengeState): Form => ({
  name: 'conclude',
  contract: contract.concludeChallenge,
  about:
    registered?.against.outcome === 'refuse'
      ? '从原办件“按其他救助继续办理”另建办件（可以是同一种救助），作出新决定以后登记。'
      : '按文书重新作出决定、恢复发放或者补发以后登记；系统核对记录里确有其事。',
  fields: [
    {
      key: 'newCaseId',
      label: '新办件编号',
      is: 'text',
      optional: true,
      hint: '新办件页面地址中的编号',
    },
    { key: 'how', label: '怎样执行的', is: 'text', lines: 2 },
    { key: 'files', label: '履行凭证', is: 'files', optional: true },
  ],
  initial: { newCaseId: '', how: '', files: [] },
  bodyOf: ({ newCaseId, files, ...form }) => ({
    ...form,
    newCaseId: newCaseId === '' ? null : newCaseId,
    files: filesIn(files),
  }),
});
