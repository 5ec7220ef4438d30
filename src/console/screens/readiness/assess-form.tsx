import type { LocalDate } from '../../../kernel/local-date.ts';
import { assessReadiness } from '../../../modules/readiness/contract.ts';
import {
  type AssessedItem,
  type Finding,
  findingTitles,
} from '../../../modules/readiness/indicator.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActHead } from '../investigation/act-head.tsx';
import { refOf, viewUrl } from '../investigation/signed-file.ts';
import type { ReadinessShown } from './readiness-words.ts';

type Item = {
  readonly item: AssessedItem;
  readonly found: Finding | null;
  readonly note: string;
  readonly files: readonly Uploaded[];
};
type Form = {
  readonly on: LocalDate | null;
  readonly assessors: string;
  readonly items: readonly Item[];
  readonly opinion: string;
};

const verdicts = (Object.keys(findingTitles) as Finding[]).map((value) => ({
  value,
  label: findingTitles[value],
}));

type AssessFormProps = { readonly view: ReadinessShown; readonly onDone: () => void };

/** The checklist, item by item, as it is filled in on the spot; kept while it is typed. */
export function AssessForm({ view, onDone }: AssessFormProps) {
  const { township, version, checklist } = view;
  const draft = useDraft<Form>(`readiness:${township}:${version}`, {
    on: view.today as LocalDate,
    assessors: '',
    items: checklist.map(({ item }) => ({ item, found: null, note: '', files: [] })),
    opinion: '',
  });
  const command = useCommand(assessReadiness);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const sent = version > 0 ? { version } : {};
    const body = bodyOf(draft.value);
    const done = await command.give({ params: { township }, body, ...sent });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <EnterMoves>
      <Panel title="登记实地评估">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        <div className="ym-form">
          <DateField label="评估日期" required {...bind('on')} />
          <TextField label="评估人员" required hint="几个人的用顿号分开" {...bind('assessors')} />
        </div>
        {draft.value.items.map((item, place) => (
          <ItemFields
            key={item.item}
            item={item}
            place={place}
            words={checklist.find((each) => each.item === item.item)}
            errors={command.errors}
            onChange={(change) =>
              draft.setValue((now) => ({
                ...now,
                items: now.items.map((each, at) => (at === place ? change(each) : each)),
              }))
            }
          />
        ))}
        <TextField label="总的意见" required lines={3} most={1000} {...bind('opinion')} />
      </Panel>
    </EnterMoves>
  );
}

type ItemFieldsProps = {
  readonly item: Item;
  readonly place: number;
  readonly words: ReadinessShown['checklist'][number] | undefined;
  readonly errors: readonly FieldError[];
  readonly onChange: (change: (item: Item) => Item) => void;
};

function ItemFields({ item, place, words, errors, onChange }: ItemFieldsProps) {
  const bind = useFields(item, onChange, errors, `items.${place}`);
  const title = words?.title ?? '';
  return (
    <fieldset className="yr-item">
      <legend>{title}</legend>
      <p className="ym-quiet">{words?.lookedFor}</p>
      <div className="ym-form">
        <CodeSelect label={`${title}：结论`} required options={verdicts} {...bind('found')} />
        <TextField label={`${title}：差在哪里`} most={300} {...bind('note')} />
        {item.found !== 'unmet' && (
          <FilePicker
            label={`${title}：佐证材料`}
            required
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            viewUrl={viewUrl}
            {...bind('files')}
          />
        )}
      </div>
    </fieldset>
  );
}

function bodyOf({ on, assessors, items, opinion }: Form) {
  return {
    on: on as LocalDate,
    assessors: assessors.split(/[、，,\s]+/).filter((name) => name !== ''),
    items: items.map(({ item, found, note, files }) => ({
      // What was not answered goes out as it is: the contract then names the field.
      ...{ item, found: found as Finding, note },
      files: found === 'unmet' ? [] : files.map(refOf),
    })),
    opinion,
  };
}
