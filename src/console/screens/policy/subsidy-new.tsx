import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { draftSubsidy } from '../../../modules/policy/subsidy-contract.ts';
import { type SubsidisedScheme, subsidisedSchemes } from '../../../modules/policy/subsidy.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { type CommandInHand, useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ManyOf } from '../delegation/many-of.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { subsidyPath } from './subsidy-words.ts';

const blank = {
  ...{ document: '', issuedOn: null as LocalDate | null, from: '', until: '', whyRight: '' },
  schemes: ['dibao', 'tekun'] as readonly SubsidisedScheme[],
  ...{ urban: null as Fen | null, rural: null as Fen | null },
  scan: [] as readonly Uploaded[],
};

/** 拟定价格补贴: what the document says, and nothing else; who gets it follows from the register. */
export default function SubsidyNew() {
  const draft = useDraft('subsidy:new', blank);
  const [subsidyId] = useState(newKey);
  const navigate = useNavigate();
  const command = useCommand(draftSubsidy);
  const act = async () => {
    const { scan, ...form } = draft.value;
    const [file] = scan;
    const body = {
      ...{ ...form, subsidyId, schemes: [...form.schemes] },
      scan: file && { hash: file.id, name: file.name, mime: file.mediaType },
    };
    const done = await command.give({ params: {}, body: body as never });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: subsidyPath(subsidyId) });
  };
  return (
    <Page
      title="拟定价格补贴"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={command.title} onAct={() => void act()} busy={command.busy} />}
    >
      <ActTrouble command={command} onAgain={() => void act()} />
      <Panel>
        <Terms form={draft.value} onForm={draft.setValue} command={command} />
        <p className="ym-quiet">
          当月有低保、特困待遇的家庭，按保障人数发放；已经停发的不发，暂缓的查清以后补发。同一类对象一个月只发一次。
        </p>
      </Panel>
    </Page>
  );
}

type TermsProps = {
  readonly form: typeof blank;
  readonly onForm: (change: (form: typeof blank) => typeof blank) => void;
  readonly command: Pick<CommandInHand<string, never, unknown>, 'errors' | 'problem'>;
};

function Terms({ form, onForm, command }: TermsProps) {
  const bind = useFields(form, onForm, command.errors);
  const isAsked = command.problem?.code === 'subsidy-implausible';
  return (
    <EnterMoves className="ym-form">
      <TextField label="文号" required most={60} {...bind('document')} />
      <DateField label="发文日期" required {...bind('issuedOn')} />
      <TextField label="第一个月" required most={7} hint="例如 2026-03" {...bind('from')} />
      <TextField
        label="最后一个月"
        required
        most={7}
        hint="只发一个月的，与第一个月相同"
        {...bind('until')}
      />
      <MoneyField label="城市对象" required unit="元/人月" hint="不发的填 0" {...bind('urban')} />
      <MoneyField label="农村对象" required unit="元/人月" hint="不发的填 0" {...bind('rural')} />
      <div className="ym-wide">
        <ManyOf label="发放对象" titles={subsidisedSchemes} {...bind('schemes')} />
      </div>
      {(isAsked || form.whyRight !== '') && (
        <div className="ym-wide">
          <TextField
            label="金额没有写错的理由"
            required
            hint="每人每月超过低保标准的一半，请对照文件写明"
            most={300}
            {...bind('whyRight')}
          />
        </div>
      )}
      <div className="ym-wide">
        <FilePicker
          label="文件扫描件"
          required
          send={(file, onShare, key) => upload('/files', file, onShare, key)}
          {...bind('scan')}
        />
      </div>
    </EnterMoves>
  );
}
