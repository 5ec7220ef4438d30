import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet, type SheetItem } from '../../../ui/reading/description-sheet.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { benefitItem, planWords } from './benefit-words.ts';
import type { StagePanelProps } from './stage-panel.ts';

const grounds = {
  withdrawn: '申请人撤回申请',
  'non-cooperation': '家庭不配合调查核实',
  'not-accepted': '不予受理',
  died: '申请人死亡',
  'moved-away': '家庭迁出',
} as const;

/** Endings that are told in a letter. */
const toldInWriting = ['withdrawn', 'non-cooperation', 'not-accepted'];

/** How the case ended, or the decision it has: shown above what is still to be done. */
export function CaseOver({ given: { state, view, caseId } }: { given: StagePanelProps }) {
  const { closed } = state.course;
  const { decision } = state.confirmation;
  if (closed) {
    return (
      <Panel title="本办件已终止">
        <DescriptionSheet
          items={[
            { label: '情形', value: grounds[closed.ground] },
            { label: '日期', value: formatDateWithWeekday(closed.on) },
            { label: '经办人', value: view.names[closed.by] },
            { label: '理由', value: closed.reason, wide: true },
          ]}
        />
        {toldInWriting.includes(closed.ground) && state.household.declaration && (
          <p className="ym-row">
            <PaperLink
              url={`/api/cases/${caseId}/papers/closing-notice`}
              words="打印告知书"
              hasLarge
            />
          </p>
        )}
      </Panel>
    );
  }
  if (!decision) return null;
  const isGrant = decision.outcome === 'grant';
  const { scheme } = view.summary;
  const given: SheetItem[] = isGrant
    ? [
        benefitItem(scheme, decision.monthlyAmount),
        ...(decision.plan
          ? [{ label: '分次发放', value: planWords(decision.plan), wide: true }]
          : []),
        ...(decision.coordination
          ? [{ label: '一事一议', value: decision.coordination.minutesNumber }]
          : []),
        ...(decision.startMonth ? [{ label: '起始月', value: decision.startMonth }] : []),
        ...(decision.validUntil
          ? [{ label: '有效期至', value: formatDateWithWeekday(decision.validUntil) }]
          : []),
      ]
    : [];
  return (
    <Panel title={isGrant ? '已确认' : '不予确认'}>
      <DescriptionSheet
        items={[
          { label: '文号', value: decision.number },
          { label: '决定机关', value: decision.organ },
          { label: '决定日期', value: formatDateWithWeekday(decision.on) },
          ...given,
          { label: '理由', value: decision.plainReasons, wide: true },
        ]}
      />
    </Panel>
  );
}
