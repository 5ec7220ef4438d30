import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { scoreTownships } from '../readiness/score-townships.ts';
import type { Standards } from '../standards/store.ts';
import { compare, periodsOf } from './compare.ts';
import { endedOn, type PilotPlan, type PilotState } from './pilot.ts';
import { instrumentsOf, openCasesIn } from './standing-store.ts';
import { sumsOf } from './store.ts';

/** What a period's statements are asked with. */
export function periodIn(
  plan: PilotPlan,
  state: PilotState,
  today: LocalDate,
  period: 'before' | 'after',
) {
  const { county, townships, matters } = plan;
  return { county, townships, matters, ...periodsOf(plan, endedOn(state), today)[period] };
}

type Asked = { readonly plan: PilotPlan; readonly state: PilotState; readonly today: LocalDate };

/** The batch compared with itself, and what stands in each township today. */
export async function viewOf(tx: ReadTx, standards: Standards, { plan, state, today }: Asked) {
  const [was, is] = [periodIn(plan, state, today, 'before'), periodIn(plan, state, today, 'after')];
  const compared = compare(plan.townships, await sumsOf(tx, was), await sumsOf(tx, is));
  const standing = await instrumentsOf(tx, { ...plan, today });
  const { open, waiting } = await openCasesIn(tx, { ...plan, today });
  const { townships } = plan;
  const scored = await scoreTownships(tx, { area: plan.county, townships, today });
  const spanOf = ({ from, before }: { from: LocalDate; before: LocalDate }) => ({
    from,
    to: addDays(before, -1),
  });
  return {
    before: spanOf(was),
    after: spanOf(is),
    total: compared.total,
    townships: compared.townships.map(({ township, figures }) => ({
      ...{ township, figures, name: standards.nameOf(township) },
      instruments: standing
        .filter((each) => each.township === township)
        .map(({ instrumentId, number, standing: now }) => ({
          ...{ instrumentId, number, standing: now },
        })),
      openCases: open.get(township) ?? 0,
      readiness: scored.find((each) => each.township === township)?.score.score ?? null,
    })),
    handoversWaiting: waiting,
  };
}
