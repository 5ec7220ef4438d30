import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { careCandidates, type CaseState } from '../../../modules/case/index.ts';
import { assessSelfCare, careActTitles } from '../../../modules/investigation/contract.ts';
import { type CareAct, careActs } from '../../../modules/investigation/index.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from './act-head.tsx';
import { refOf, sendTo, viewUrl } from './signed-file.ts';

const assessorRoles: readonly string[] = ['aid-officer', 'inspector'];
const answers = [
  { value: 'can', label: '能' },
  { value: 'cannot', label: '不能' },
] as const;
type Answer = (typeof answers)[number]['value'];

/** 自理能力评估: six acts for each person; the tier is counted from them, nobody picks it (TK-21, TK-22). */
export default function CarePanel(given: StagePanelProps) {
  const { state, role } = given;
  const done = state.investigation.care;
  const people = state.household.declaration?.people ?? [];
  const nameOf = (memberId: string) =>
    people.find((each) => each.memberId === memberId)?.name ?? '';
  const open = careCandidates(state as unknown as CaseState).filter(
    (id) => !done.some(({ memberId }) => memberId === id),
  );
  const [next] = open;
  const mayAct = assessorRoles.includes(role);
  return (
    <div className="yc-cards">
      {next && mayAct && (
        <CareForm
          key={next}
          given={given}
          memberId={next}
          name={nameOf(next)}
          more={open.length - 1}
        />
      )}
      {next && !mayAct && <p className="ym-empty">等待县级评估：{open.map(nameOf).join('、')}。</p>}
      {done.map((care) => (
        <Panel key={care.memberId} title={`${nameOf(care.memberId)}的自理能力`}>
          <DescriptionSheet
            items={[
              { label: '评估日期', value: formatDateWithWeekday(care.on) },
              { label: '评估人员', value: care.assessors.join('、') },
              ...(care.helper ? [{ label: '协助机构', value: care.helper }] : []),
              { label: '结果', value: tierWords(care.can), wide: true },
            ]}
          />
        </Panel>
      ))}
      {!next && done.length === 0 && <p className="ym-empty">没有需要评估的人。</p>}
    </div>
  );
}

function tierWords(can: Readonly<Record<CareAct, boolean>>): string {
  const lost = careActs.filter((act) => !can[act]);
  if (lost.length === 0) return '六项都能自主完成，具备生活自理能力';
  const named = lost.map((act) => careActTitles[act]).join('、');
  const tier = lost.length <= 3 ? '部分丧失生活自理能力' : '完全丧失生活自理能力';
  return `${lost.length} 项不能（${named}），${tier}`;
}

const blank = {
  on: null as LocalDate | null,
  canEat: null as Answer | null,
  canDress: null as Answer | null,
  canGetUp: null as Answer | null,
  canToilet: null as Answer | null,
  canWalk: null as Answer | null,
  canBathe: null as Answer | null,
  assessors: '',
  helper: '',
  record: [] as readonly Uploaded[],
};

type CareFormProps = {
  readonly given: StagePanelProps;
  readonly memberId: string;
  readonly name: string;
  readonly more: number;
};

function CareForm({ given, memberId, name, more }: CareFormProps) {
  const { caseId, version } = given;
  const draft = useDraft(`self-care:${caseId}:${memberId}`, blank);
  const command = useCommand(assessSelfCare);
  // The contract groups the six answers; the form has them one after the other.
  const errors = command.errors.map((each) => ({
    ...each,
    path: each.path[0] === 'can' ? each.path.slice(1) : each.path,
  }));
  const bind = useFields(draft.value, draft.setValue, errors);
  const act = async () => {
    const { on, assessors, helper, record } = draft.value;
    const [first] = record;
    // An answer that was not given goes out as it is: the contract then names the field.
    const answered = (each: CareAct) => {
      const answer = draft.value[each];
      return (answer === null ? undefined : answer === 'can') as boolean;
    };
    const can = Object.fromEntries(careActs.map((each) => [each, answered(each)]));
    const body = {
      memberId,
      on: on as LocalDate,
      can: can as Record<CareAct, boolean>,
      assessors: assessors.split(/[、，,\s]+/).filter((each) => each !== ''),
      helper: helper.trim() || null,
      record: (first ? refOf(first) : undefined) as ReturnType<typeof refOf>,
    };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title={`评估${name}的生活自理能力`}>
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        {more > 0 && <p>评估后还有 {more} 人。</p>}
        <div className="ym-form">
          <DateField label="评估日期" required {...bind('on')} />
          {careActs.map((each) => (
            <CodeSelect
              key={each}
              label={`能否${careActTitles[each]}`}
              required
              options={answers}
              {...bind(each)}
            />
          ))}
          <TextField label="评估人员（至少两人，用顿号隔开）" required {...bind('assessors')} />
          <TextField label="协助评估的机构" {...bind('helper')} />
        </div>
        <FilePicker
          label="评估表（签字的照片或者扫描件）"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          {...bind('record')}
        />
      </Panel>
    </EnterMoves>
  );
}
