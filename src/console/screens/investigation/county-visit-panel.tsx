import { useState } from 'react';
import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { recordCountyVisit } from '../../../modules/investigation/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { type DraftInHand, useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from './act-head.tsx';
import './investigation.css';
import { namesOf, Photos } from './recorded-visits.tsx';
import { refOf, sendTo, viewUrl } from './signed-file.ts';
import { useColleagues, VisitorField } from './visitor-field.tsx';

type Verdict = 'agrees' | 'differs';
type Item = {
  readonly item: string;
  readonly onFile: string;
  readonly onSite: string;
  readonly agrees: Verdict | null;
};

const blankItem = (item: string): Item => ({ item, onFile: '', onSite: '', agrees: null });
const verdicts = [
  { value: 'agrees', label: '一致' },
  { value: 'differs', label: '不一致' },
] as const;

const blank = () => ({
  id: newKey(),
  on: null as LocalDate | null,
  visitors: [] as readonly string[],
  agrees: null as Verdict | null,
  result: '',
  items: ['家庭人口', '住房', '收入', '财产'].map(blankItem) as readonly Item[],
  evidence: [] as readonly Uploaded[],
  because: '',
});
type CountyDraft = ReturnType<typeof blank>;

/** 县级入户核查: what the file says beside what is there, item by item, with pictures. */
export default function CountyVisitPanel(given: StagePanelProps) {
  const { countyVisits } = given.state.investigation;
  return (
    <div className="yc-cards">
      {given.role === 'inspector' && <CountyVisitForm given={given} />}
      {countyVisits.map((visit) => (
        <Panel key={visit.id} title={`县级核查 ${formatDateWithWeekday(visit.on)}`}>
          <DescriptionSheet
            items={[
              { label: '核查人员', value: namesOf(visit.visitors) },
              { label: '结果', value: visit.agrees ? '与档案一致' : '与档案不一致' },
              { label: '情况', value: visit.result, wide: true },
            ]}
          />
          <Photos files={visit.evidence} />
          <a
            href={`/api/cases/${given.caseId}/papers/county-visit?id=${visit.id}`}
            target="_blank"
            rel="noreferrer"
          >
            打印县级实地核查记录
          </a>
        </Panel>
      ))}
      {countyVisits.length === 0 && given.role !== 'inspector' && (
        <p className="ym-empty">等待县级监督检查员入户核查。</p>
      )}
    </div>
  );
}

function CountyVisitForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state, view } = given;
  const [start] = useState(blank);
  const draft = useDraft(
    `county-visit:${caseId}:${state.investigation.countyVisits.length}`,
    start,
  );
  const command = useCommand(recordCountyVisit);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const people = useColleagues('inspector,aid-officer');
  const isNeeded = view.stages.some(
    ({ id, status }) => id === 'county-visit' && status !== 'not-needed',
  );
  const act = async () => {
    const body = bodyOf(draft.value);
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title="县级入户核查">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        <div className="ym-form">
          <DateField label="核查日期" required {...bind('on')} />
          <div className="ym-wide">
            <VisitorField
              label="核查人员（本人和至少一名同事）"
              required
              people={people}
              {...bind('visitors')}
            />
          </div>
          {!isNeeded && (
            <div className="ym-wide">
              <TextField label="核查的原因" required lines={2} {...bind('because')} />
            </div>
          )}
        </div>
        <Items draft={draft} errors={command.errors} />
        <CodeSelect label="核查结果" required options={verdicts} {...bind('agrees')} />
        <TextField label="核查情况" required lines={4} most={1000} {...bind('result')} />
        <FilePicker
          label="现场照片和材料"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          {...bind('evidence')}
        />
      </Panel>
    </EnterMoves>
  );
}

function Items(props: {
  readonly draft: DraftInHand<CountyDraft>;
  readonly errors: Parameters<typeof useFields>[2] & {};
}) {
  const { draft, errors } = props;
  return draft.value.items.map((each, index) => (
    <ItemRow
      key={each.item}
      item={each}
      at={index}
      errors={errors}
      onChange={(change) =>
        draft.setValue((now) => ({
          ...now,
          items: now.items.map((one, place) => (place === index ? change(one) : one)),
        }))
      }
    />
  ));
}

function ItemRow(props: {
  readonly item: Item;
  readonly at: number;
  readonly errors: Parameters<typeof useFields>[2] & {};
  readonly onChange: (change: (item: Item) => Item) => void;
}) {
  const bind = useFields(props.item, props.onChange, props.errors, `items.${props.at}`);
  const { item } = props.item;
  return (
    <div className="ym-form">
      <TextField label={`${item}：档案记载`} required {...bind('onFile')} />
      <TextField label={`${item}：现场情况`} required {...bind('onSite')} />
      <CodeSelect label={`${item}：是否一致`} required options={verdicts} {...bind('agrees')} />
    </div>
  );
}

// An answer that was not given goes out as it is: the contract then names the field.
const yesOrNo = (verdict: Verdict | null) =>
  (verdict === null ? undefined : verdict === 'agrees') as boolean;

function bodyOf(draft: CountyDraft) {
  const { id, on, visitors, agrees, result, items, evidence, because } = draft;
  return {
    id,
    on: on as LocalDate,
    visitors: [...visitors],
    agrees: yesOrNo(agrees),
    result,
    items: items.map((each) => ({ ...each, agrees: yesOrNo(each.agrees) })),
    evidence: evidence.map(refOf),
    because: because.trim() || null,
    smallOfficeReason: null,
  };
}
