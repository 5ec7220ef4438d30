import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { discoveryList, reportHardship } from '../../../modules/discovery/contract.ts';
import { sourceTitles } from '../../../modules/discovery/index.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { IdNumberField } from '../../../ui/field/id-number-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { type Place, PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { YesNoUnknown } from '../../../ui/field/yes-no-unknown.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { refOf, viewUrl } from '../investigation/signed-file.ts';
import { optionsFrom } from '../review/act-spec.ts';
import { discoveryPath } from './discovery-path.ts';

type Answered = 'yes' | 'no' | 'unknown' | null;

const blank = {
  village: null as PlaceCode | null,
  name: '',
  address: '',
  people: null as number | null,
  phone: '',
  idNumber: null as string | null,
  seen: '',
  seenOn: null as LocalDate | null,
  source: 'village-round' as string | null,
  informant: '',
  urgent: 'no' as Answered,
  needsHelp: 'no' as Answered,
  photos: [] as readonly Uploaded[],
};

/** What was seen, by whoever saw it, on their own phone: who, where, what. Everything else may be left open. */
export default function DiscoveryNew() {
  const draft = useDraft('discovery:new', blank);
  const form = { ...blank, ...draft.value };
  const [discoveryId] = useState(newKey);
  const command = useCommand(reportHardship);
  const bind = useFields(form, draft.setValue, command.errors);
  const navigate = useNavigate();
  const { answer } = useAnswer(discoveryList, { params: {}, search: { show: 'open' } });
  const places = (answer?.villages ?? []).map(({ code, name }) => ({
    code: placeCode(code),
    name,
  }));
  const act = async () => {
    const done = await command.give({
      params: {},
      body: { discoveryId, ...bodyOf(form) } as never,
    });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: discoveryPath(discoveryId) });
  };
  return (
    <Page
      title="报告困难家庭"
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={command.title} onAct={() => void act()} busy={command.busy} />}
    >
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <EnterMoves className="ym-page">
        <WhoPanel bind={bind} places={places} />
        <SeenPanel bind={bind} />
      </EnterMoves>
    </Page>
  );
}

const words = { yes: '是', no: '不是', unknown: '不清楚' };

function bodyOf({ urgent, needsHelp, photos, ...form }: typeof blank) {
  const typed = (text: string) => (text.trim() === '' ? null : text);
  return {
    ...form,
    village: form.village ?? '',
    address: typed(form.address),
    phone: typed(form.phone),
    informant: typed(form.informant),
    idNumber: form.idNumber === null ? null : typed(form.idNumber),
    urgent: urgent === 'yes',
    needsHelp: needsHelp === 'yes',
    photos: photos.map(refOf),
  };
}

type Bind = ReturnType<typeof useFields<typeof blank>>;

function WhoPanel({ bind, places }: { readonly bind: Bind; readonly places: readonly Place[] }) {
  return (
    <Panel title="谁家、在哪里">
      <div className="ym-form">
        <PlaceSelect label="村（社区）" required digits={12} places={places} {...bind('village')} />
        <TextField label="户主或者本人姓名" required {...bind('name')} />
        <TextField label="住在哪里" hint="如 三组老井旁" {...bind('address')} />
        <TextField label="电话" {...bind('phone')} />
        <NumberField label="几口人" unit="人" least={1} most={30} {...bind('people')} />
        <IdNumberField label="身份证号" hint="不知道可以不填" {...bind('idNumber')} />
      </div>
    </Panel>
  );
}

function SeenPanel({ bind }: { readonly bind: Bind }) {
  return (
    <Panel title="看到了什么">
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="看到的情况" required lines={4} most={1000} {...bind('seen')} />
        </div>
        <DateField label="哪一天看到的" required {...bind('seenOn')} />
        <CodeSelect
          label="怎么知道的"
          required
          options={optionsFrom(sourceTitles)}
          {...bind('source')}
        />
        <TextField label="反映人" hint="替反映人保密，只有您和县里看得到" {...bind('informant')} />
        <YesNoUnknown label="是不是紧急，要马上救助" words={words} {...bind('urgent')} />
        <YesNoUnknown
          label="本人是不是没有能力自己申请"
          hint="如孤儿、失能老人、精神残疾人"
          words={words}
          {...bind('needsHelp')}
        />
        <div className="ym-wide">
          <FilePicker
            label="照片"
            {...bind('photos')}
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            viewUrl={viewUrl}
          />
        </div>
      </div>
    </Panel>
  );
}
