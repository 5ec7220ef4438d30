import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { access } from '../../../modules/cooperation/access.ts';
import {
  type AssistanceLine,
  assistanceList,
  registerAssistance,
} from '../../../modules/cooperation/contract.ts';
import { askedTitles } from '../../../modules/cooperation/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useExport } from '../../use-export.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ManyOf } from '../delegation/many-of.tsx';
import { ActFields } from '../review/act-fields.tsx';
import { type ActField, type ActForm, fileIn } from '../review/act-spec.ts';
import { assistancePath } from './assistance-path.ts';

const shows = { open: '没有办结的', settled: '已经办结的' } as const;
type Show = keyof typeof shows;

/** 协助外地调查: what other places ask of this township. */
export default function AssistanceList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const [show, setShow] = useState<Show>('open');
  const found = useAnswer(assistanceList, { params: {}, search: { show } });
  const exported = useExport('assistances', { show });
  const take = useCommand(registerAssistance);
  const overdue = found.answer?.overdue ?? 0;
  const mayRegister = access.RegisterAssistance.roles.some((role) => role === session?.post?.role);
  // One asked for through here is registered by being opened.
  const open = async ({ assistanceId, registered }: AssistanceLine) => {
    if (!registered) {
      if (!mayRegister) return;
      const done = await take.give({ params: {}, body: { assistanceId, letter: null } });
      if (!done.ok) return;
    }
    await navigate({ to: assistancePath(assistanceId) });
  };
  return (
    <Page
      title="协助外地调查"
      under={overdue > 0 ? `${overdue} 件已超过期限，请先答复` : '外地请本地协助查的，按期答复'}
    >
      <Refusal problem={found.problem ?? take.problem} onAgain={found.askAgain} />
      {mayRegister && <RegisterLetter onDone={found.askAgain} />}
      <DataList
        title="协助外地调查"
        {...exported}
        unit="件"
        rows={found.answer?.assistances}
        keyOf={({ assistanceId }) => assistanceId}
        columns={columns}
        onOpen={(line) => void open(line)}
        filters={[
          {
            key: 'show',
            label: '显示',
            value: show,
            options: (Object.keys(shows) as Show[]).map((value) => ({
              value,
              label: shows[value],
            })),
            onChange: (value) => setShow(value === 'settled' ? 'settled' : 'open'),
          },
        ]}
        empty="没有外地请求。收到来函的，在上面登记。"
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const letterFields: readonly ActField[] = [
  { key: 'from', label: '来函单位', is: 'text' },
  { key: 'families', label: '要查的人', is: 'text' },
  { key: 'receivedOn', label: '收到日期', is: 'date' },
  { key: 'note', label: '来函说明', is: 'text', lines: 2, optional: true },
  { key: 'scan', label: '来函扫描件', is: 'file' },
];

const blank = (): ActForm => ({
  ...{ from: '', families: '', receivedOn: null, note: '', scan: [] },
});

function RegisterLetter({ onDone }: { readonly onDone: () => void }) {
  const [form, setForm] = useState(blank);
  const [asked, setAsked] = useState<readonly AskedItem[]>([]);
  const [assistanceId, setAssistanceId] = useState(newKey);
  const command = useCommand(registerAssistance);
  const errors = command.errors.map((each) => ({
    ...each,
    path: each.path.replace(/^letter\./, ''),
  }));
  const act = async () => {
    const letter = { ...form, asked: [...asked], scan: fileIn(form.scan) };
    const done = await command.give({ params: {}, body: { assistanceId, letter } as never });
    if (!done.ok) return;
    setForm(blank());
    setAsked([]);
    setAssistanceId(newKey());
    onDone();
  };
  return (
    <QuietAct
      name="letter"
      title="登记外地来函"
      about="系统外的地方来函请求协助的，登记以后按期答复。"
      command={{ ...command, errors }}
      onAct={() => void act()}
    >
      <ActFields
        name="letter"
        fields={letterFields}
        form={form}
        setForm={setForm}
        errors={errorsUnder('letter', errors)}
      />
      <ManyOf
        id="letter.asked"
        label="请我们做什么"
        required
        titles={askedTitles}
        value={asked}
        onChange={setAsked}
      />
    </QuietAct>
  );
}

type AskedItem = keyof typeof askedTitles;

const columns: readonly ListColumn<AssistanceLine>[] = [
  { key: 'from', title: '请求单位', cell: ({ from }) => from, width: 10 },
  { key: 'families', title: '要查的人', cell: ({ families }) => families, width: 9 },
  { key: 'asked', title: '请求', cell: ({ asked }) => asked.join('、') },
  {
    key: 'due',
    title: '期限',
    cell: ({ outcome, dueOn, isOverdue }) =>
      outcome || (isOverdue ? `已超期，应于 ${dueOn}` : `${dueOn} 前`),
    width: 11,
  },
  {
    key: 'standing',
    title: '登记',
    cell: ({ registered }) => (registered ? '已登记' : '待登记'),
    width: 5,
  },
];
