import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CommandContract } from '../../../kernel/contract.ts';
import { closeReport, openFromReport, tellFamily } from '../../../modules/discovery/contract.ts';
import { closingTitles } from '../../../modules/discovery/index.ts';
import { channelTitles } from '../../../modules/intake/contract.ts';
import { SCHEME } from '../../../rules/scheme.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from '../review/act-fields.tsx';
import { type ActField, type ActForm, optionsFrom } from '../review/act-spec.ts';
import type { DiscoveryShown } from './discovery-path.ts';

type ActProps = { readonly view: DiscoveryShown; readonly onDone: () => void };

/** The next act: an application with what is known already. */
export function OpenApplication({ view }: { readonly view: DiscoveryShown }) {
  const isUrgent = view.summary.urgent;
  const [form, setForm] = useState<ActForm>({
    scheme: isUrgent ? 'temporary' : 'dibao',
    channel: isUrgent ? 'help-first' : 'ordinary',
  });
  const [caseId] = useState(newKey);
  const command = useCommand(openFromReport);
  const navigate = useNavigate();
  const isRelief = form.scheme === 'temporary';
  const act = async () => {
    const channel = isRelief ? form.channel : 'ordinary';
    const { village, summary } = view;
    const { discoveryId } = summary;
    const body = { discoveryId, village, scheme: form.scheme, channel } as never;
    const done = await command.give({ params: { caseId }, body });
    if (done.ok) await navigate({ to: `/intake/${caseId}` });
  };
  return (
    <Panel title="转为申请">
      <p className="ym-quiet">姓名、证件、电话、住址和看到的情况带入申请，不用再填。</p>
      <ErrorSummary errors={errorsUnder('open', command.errors)} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <ActFields
        name="open"
        fields={isRelief ? [schemeField, channelField] : [schemeField]}
        form={form}
        setForm={setForm}
        errors={errorsUnder('open', command.errors)}
      />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const schemeField: ActField = {
  ...{ key: 'scheme', label: '申请的救助', is: 'code' },
  options: optionsFrom(SCHEME),
};
const channelField: ActField = {
  ...{ key: 'channel', label: '办理方式', is: 'code' },
  options: optionsFrom(channelTitles),
};

type ReportActSpec = {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly contract: CommandContract<unknown> & {
    readonly path: `/discoveries/:discoveryId/${string}`;
  };
  readonly initial: ActForm;
  readonly fields: readonly ActField[];
};

export const telling: ReportActSpec = {
  name: 'tell',
  title: '登记告知政策',
  about: '告诉家庭可以申请什么、带什么、到哪里申请。',
  contract: tellFamily,
  initial: { on: null, how: '' },
  fields: [
    { key: 'on', label: '告知日期', is: 'date' },
    { key: 'how', label: '告知了什么、怎么告知', is: 'text', lines: 2 },
  ],
};

export const closing: ReportActSpec = {
  name: 'close',
  title: '不转为申请，写明理由办结',
  about: '理由留存，县里看得到；本人不申请的，须先告知政策。',
  contract: closeReport,
  initial: { ground: null, reason: '' },
  fields: [
    {
      ...{ key: 'ground', label: '为什么不转为申请', is: 'code' },
      options: optionsFrom(closingTitles),
    },
    { key: 'reason', label: '理由', is: 'text', lines: 2 },
  ],
};

/** What can be done with a report besides an application. */
export function ReportAct({ spec, view, onDone }: ActProps & { readonly spec: ReportActSpec }) {
  const { name, title, about, contract, initial, fields } = spec;
  const [form, setForm] = useState<ActForm>(initial);
  const command = useCommand(contract);
  const errors = errorsUnder(name, command.errors);
  const act = async () => {
    const { version, summary } = view;
    const params = { discoveryId: summary.discoveryId };
    const done = await command.give({ params, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct {...{ name, title, about, command }} onAct={() => void act()}>
      <ActFields {...{ name, fields, form, setForm, errors }} />
    </QuietAct>
  );
}
