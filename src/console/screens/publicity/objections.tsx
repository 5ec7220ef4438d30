import { useState } from 'react';
import {
  handleObjection,
  objectionChannels,
  readObjection,
  receiveObjection,
} from '../../../modules/publicity/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { Masked } from '../../../ui/reading/masked.tsx';
import { problemOf } from '../../../ui/problem.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

const unread = '没有查看到内容，请核对岗位权限后重试。';

type Seen = StagePanelProps['state']['publicity']['objections'][number];

/** Every objection with what was done about it; its content is one "查看" away, with a trace. */
export function Objections({ given }: { given: StagePanelProps }) {
  return (
    <Panel title="异议">
      {given.state.publicity.objections.map((each) => (
        <OneObjection key={each.id} given={given} objection={each} />
      ))}
    </Panel>
  );
}

function OneObjection({ given, objection }: { given: StagePanelProps; objection: Seen }) {
  const { caseId, view, role } = given;
  const { handled } = objection;
  const read = useCommand(readObjection);
  const reveal = async (purpose: string) => {
    const body = { objectionId: objection.id, purpose };
    const done = await read.give({ params: { caseId }, body });
    if (!done.ok) return { ok: false as const, problem: problemOf(0, { detail: unread }) };
    const { content, objector } = done.answer;
    const who = objector ? `（异议人：${objector.name} ${objector.phone}）` : '';
    return { ok: true as const, text: content + who };
  };
  const mayRead = ['case-officer', 'aid-officer', 'inspector'].includes(role);
  return (
    <section>
      <DescriptionSheet
        items={[
          { label: '收到', value: `${objection.receivedOn} ${channelWords(objection.channel)}` },
          { label: '异议人', value: objection.objector === null ? '匿名' : '实名（保密）' },
          { label: '状态', value: handled ? '已办结' : '待办结，办结前不得进入下一步' },
          ...(objection.inConfirmation
            ? [{ label: '说明', value: '期满后收到，须由县级入户核查', wide: true }]
            : []),
          {
            label: '内容',
            wide: true,
            value: mayRead ? (
              <Masked what="异议内容" shown="（保密）" reveal={reveal} />
            ) : (
              '（保密）'
            ),
          },
          ...(handled
            ? [
                {
                  label: '处理',
                  wide: true,
                  value: `${handled.on} ${view.names[handled.by] ?? ''}，${handled.how === 'appraisal' ? '民主评议' : '重新调查'}，${handled.upheld ? '异议成立' : '异议不成立'}：${handled.reply}`,
                },
              ]
            : []),
        ]}
      />
      <a
        href={`/api/cases/${caseId}/papers/objection-record?objectionId=${objection.id}`}
        target="_blank"
        rel="noreferrer"
      >
        打印异议登记表
      </a>
      {!handled && role === 'case-officer' && <HandleAct given={given} objection={objection} />}
    </section>
  );
}

function channelWords(channel: string): string {
  return objectionChannels[channel as keyof typeof objectionChannels] ?? channel;
}

type HandleForm = {
  how: 'reinvestigation' | 'appraisal' | null;
  upheld: 'yes' | 'no' | null;
  reply: string;
};

const ways = [
  { value: 'reinvestigation', label: '重新调查' },
  { value: 'appraisal', label: '民主评议' },
] as const;
const answers = [
  { value: 'yes', label: '异议成立' },
  { value: 'no', label: '异议不成立' },
] as const;

function HandleAct({ given, objection }: { given: StagePanelProps; objection: Seen }) {
  const name = `handle-${objection.id}`;
  const [form, setForm] = useState<HandleForm>({ how: null, upheld: null, reply: '' });
  const command = useCommand(handleObjection);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const { caseId, version } = given;
    const { how, upheld, reply } = form;
    const chosen = upheld === null ? null : upheld === 'yes';
    const body = { objectionId: objection.id, how, upheld: chosen, reply } as never;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title="办结这件异议"
      about="须在收到异议后完成重新调查或者民主评议；办结后原初审意见作废，重新形成并公示。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      <CodeSelect label="处理方式" required options={ways} {...bind('how')} />
      <CodeSelect label="结论" required options={answers} {...bind('upheld')} />
      <TextField label="处理结果和答复" required lines={3} most={600} {...bind('reply')} />
    </QuietAct>
  );
}

type ReceiveForm = {
  channel: keyof typeof objectionChannels | null;
  name: string;
  phone: string;
  content: string;
};

const channels = Object.entries(objectionChannels).map(([value, label]) => ({
  value: value as keyof typeof objectionChannels,
  label,
}));

/** 登记异议: by anybody in the office; a name may be left out. */
export function ReceiveAct({ given }: { given: StagePanelProps }) {
  const blank: ReceiveForm = { channel: null, name: '', phone: '', content: '' };
  const [id, setId] = useState(newKey);
  const [form, setForm] = useState<ReceiveForm>(blank);
  const command = useCommand(receiveObjection);
  const bind = useFields(form, setForm, errorsUnder('objection', command.errors), 'objection');
  const act = async () => {
    const { caseId, version } = given;
    const { channel, name, phone, content } = form;
    const objector = name.trim() === '' ? null : { name, phone };
    const done = await command.give({
      params: { caseId },
      body: { id, channel: channel ?? ('' as 'window'), objector, content },
      version,
    });
    if (!done.ok) return;
    setId(newKey());
    setForm(blank);
    given.onDone();
  };
  return (
    <QuietAct
      name="objection"
      title="登记异议"
      about="任何人可以提出，可以不署名。异议人和内容加密保存，办结前不得进入下一步。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="收到的方式" required options={channels} {...bind('channel')} />
      <TextField label="异议内容" required lines={4} most={2000} {...bind('content')} />
      <TextField label="异议人姓名" hint="不署名的留空" {...bind('name')} />
      <TextField label="联系电话" {...bind('phone')} />
    </QuietAct>
  );
}
