import { Button } from 'antd';
import { useState } from 'react';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { placeCode } from '../../../kernel/place.ts';
import { access } from '../../../modules/cooperation/access.ts';
import * as contract from '../../../modules/cooperation/contract.ts';
import { askedTitles, residenceGrounds } from '../../../modules/cooperation/index.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ManyOf } from '../delegation/many-of.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';
import { ActFields } from '../review/act-fields.tsx';
import type { ActField, ActForm } from '../review/act-spec.ts';
import { assistedWords } from './assistance-path.ts';

type Props = { readonly given: StagePanelProps };
type Request = StagePanelProps['state']['cooperation']['requests'][number];

const may = (name: keyof typeof access, role: string) =>
  access[name].roles.some((each) => each === role);

/** 人户分离: on what the application rests, whom we asked, what they answered, and what can be done about it. */
export function CooperationActs({ given }: Props) {
  const { state, role } = given;
  const { basis, requests } = state.cooperation;
  const isOver = state.course.closed !== null || state.confirmation.decision !== null;
  const isAccepted = state.intake.accepted !== null;
  const mayAsk = !isOver && isAccepted && !state.investigation.concluded;
  return (
    <>
      {(basis || requests.length > 0) && (
        <Panel title="人户分离、异地协助">
          {basis && (
            <p>
              {residenceGrounds[basis.ground]}；户籍所在地：{basis.hukouPlace}
            </p>
          )}
          {requests.map((request) => (
            <OneRequest key={request.id} given={given} request={request} />
          ))}
        </Panel>
      )}
      {!isOver && !isAccepted && may('RecordResidenceBasis', role) && <BasisAct given={given} />}
      {mayAsk && may('RequestCooperation', role) && <AskAct given={given} />}
    </>
  );
}

const day = (on: LocalDate) => formatDate(on);

function OneRequest({ given, request }: Props & { readonly request: Request }) {
  const { toName, asked, sentOn, replyBy, answer, waived, to } = request;
  const isOpen = !answer && !waived && may('ReceiveCooperation', given.role);
  return (
    <div>
      <p>
        {day(sentOn)}请{toName}协助：{asked.map((each) => askedTitles[each]).join('、')}。
        {answer &&
          `${day(answer.on)}${answer.from}答复：${answer.text}（${assistedWords(answer.assisted)}）`}
        {waived && `没有答复，${day(waived.on)}起继续办理：${waived.reason}`}
        {!answer && !waived && `应于 ${day(replyBy)}前答复，还没有收到`}
      </p>
      {isOpen && to !== null && <ReceiveAct given={given} request={request} />}
      {isOpen && to === null && <LetterAnswerAct given={given} request={request} />}
      {isOpen && <WaiveAct given={given} request={request} />}
    </div>
  );
}

function ReceiveAct({ given, request }: Props & { readonly request: Request }) {
  const { caseId, version } = given;
  const command = useCommand(contract.receiveCooperation);
  const act = async () => {
    const body = { requestId: request.id };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <>
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <Button onClick={() => void act()} disabled={command.busy}>
        {command.title}
      </Button>
    </>
  );
}

const answerFields: readonly ActField[] = [
  { key: 'on', label: '答复日期', is: 'date' },
  { key: 'from', label: '答复单位', is: 'text' },
  { key: 'text', label: '答复内容', is: 'text', lines: 2 },
  {
    ...{ key: 'assisted', label: '对方说是否在当地救助', is: 'code', optional: true },
    options: [
      { value: 'no', label: '没有' },
      { value: 'yes', label: '有' },
    ],
  },
];

function LetterAnswerAct({ given, request }: Props & { readonly request: Request }) {
  const { caseId, version } = given;
  const [form, setForm] = useState<ActForm>({ on: null, from: '', text: '', assisted: null });
  const command = useCommand(contract.recordCooperationAnswer);
  const name = `letter-${request.id}`;
  const act = async () => {
    const assisted = form.assisted === null ? null : form.assisted === 'yes';
    const body = { ...form, assisted, requestId: request.id, scan: null } as never;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title={`登记${request.toName}的答复`}
      about="来函、来电答复的，照原话登记。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name={name}
        fields={answerFields}
        form={form}
        setForm={setForm}
        errors={errorsUnder(name, command.errors)}
      />
    </QuietAct>
  );
}

function WaiveAct({ given, request }: Props & { readonly request: Request }) {
  const { caseId, version } = given;
  const [form, setForm] = useState<ActForm>({ reason: '' });
  const command = useCommand(contract.waiveCooperation);
  const name = `waive-${request.id}`;
  const act = async () => {
    const body = { ...form, requestId: request.id } as never;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title={`${request.toName}没有答复，继续办理`}
      about="答复期限过了才能继续；写明怎么催办的，理由留在办件中。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name={name}
        fields={[{ key: 'reason', label: '理由', is: 'text', lines: 2 }]}
        form={form}
        setForm={setForm}
        errors={errorsUnder(name, command.errors)}
      />
    </QuietAct>
  );
}

const grounds = (Object.keys(residenceGrounds) as (keyof typeof residenceGrounds)[]).map(
  (value) => ({ value, label: residenceGrounds[value] }),
);

function BasisAct({ given }: Props) {
  const { caseId, version } = given;
  const [form, setForm] = useState({
    ground: null as keyof typeof residenceGrounds | null,
    hukouPlace: '',
    permit: [] as readonly Uploaded[],
  });
  const command = useCommand(contract.recordResidenceBasis);
  const bind = useFields(form, setForm, errorsUnder('basis', command.errors), 'basis');
  const act = async () => {
    const [permit] = form.permit;
    const body = { ...form, permit: permit ? refOf(permit) : null } as never;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="basis"
      title="户籍不在本地、在居住地申请"
      about="凭居住证申请须当地已经开展；成员户籍分处多地的，受理后要请户籍地协助核实。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="依据" required options={grounds} {...bind('ground')} />
      <TextField label="户籍所在地" required {...bind('hukouPlace')} />
      <FilePicker label="居住证" send={sendTo(caseId)} viewUrl={viewUrl} {...bind('permit')} />
    </QuietAct>
  );
}

function AskAct({ given }: Props) {
  const { caseId, version, state } = given;
  const found = useAnswer(contract.assistanceList, { params: {}, search: { show: 'open' } });
  const [id, setId] = useState(newKey);
  const [form, setForm] = useState({ to: null as string | null, toName: '', note: '' });
  const [asked, setAsked] = useState<readonly (keyof typeof askedTitles)[]>([
    'registration',
    'assistance',
  ]);
  const command = useCommand(contract.requestCooperation);
  const bind = useFields(form, setForm, errorsUnder('ask', command.errors), 'ask');
  const members = (state.household.declaration?.people ?? []).map(({ memberId }) => memberId);
  const options = (found.answer?.townships ?? []).map(({ code, name }) => ({
    value: code,
    label: name,
  }));
  const act = async () => {
    const to = form.to === null ? null : placeCode(form.to);
    const body = { id, ...form, to, members, asked: [...asked] };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    setId(newKey());
    given.onDone();
  };
  return (
    <QuietAct
      name="ask"
      title="请户籍地、经常居住地协助调查"
      about="本县的乡镇在系统中答复；外县外省的写明是哪里，发函后登记答复。没有答复以前不能完成调查。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="本县的乡镇（街道）" options={options} {...bind('to')} />
      <TextField label="外县外省" hint="如 外省某县某镇" {...bind('toName')} />
      <ManyOf
        id="ask.asked"
        label="请对方做什么"
        required
        titles={askedTitles}
        value={asked}
        onChange={setAsked}
      />
      <TextField label="说明" lines={2} most={500} {...bind('note')} />
    </QuietAct>
  );
}
