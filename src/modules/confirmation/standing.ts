import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { townshipOf } from '../../kernel/place.ts';
import { remediesOf } from '../../paper/remedy.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { isAboveTownshipCeiling, latestAssessment } from '../assessment/index.ts';
import type { CaseState } from '../case/index.ts';
import { nextNumber } from '../case/store.ts';
import { type Authority, resolveAuthority } from '../delegation/resolve.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import type { Standing } from './decide.ts';

/** The word of each scheme in the number of a decision. */
const SERIES: Readonly<Record<Scheme, string>> = {
  dibao: '低保',
  margin: '低边',
  rigid: '刚支',
  tekun: '特困',
  temporary: '临救',
};

/**
 * Who decides this case now and what the letter must say: the township on its instrument, locked until the
 * decision is stored, or the county by its own power (DL-02, DL-03, DL-04).
 */
export async function standingOf(
  tx: WriteTx,
  standards: Standards,
  loaded: Loaded<CaseState>,
  at: Parameters<typeof dayOf>[0],
): Promise<Standing> {
  const today = dayOf(at);
  const { scheme } = loaded.state.course;
  const township = townshipOf(loaded.area as Parameters<typeof townshipOf>[0]);
  const offices = officesOf(standards.nameOf(township), standards.nameOf(township.slice(0, 6)));
  const authority =
    loaded.state.course.route === 'county'
      ? ({ ok: true, instrumentId: null, mode: 'county' } as const)
      : (aboveCeiling(loaded.state) ??
        authorityFrom(
          await resolveAuthority(
            tx,
            {
              township,
              matter: scheme,
              act: 'confirm',
              on: today,
              amount: loaded.state.assessment.opinion?.monthlyAmount ?? fen(0),
            },
            standards,
          ),
        ));
  const mode = authority.ok ? authority.mode : 'county';
  const remedies = remediesOf({ mode, act: 'decision', ...offices });
  const year = today.slice(0, 4);
  const series = mode === 'own-name' ? township : township.slice(0, 6);
  const short = standards.nameOf(series);
  const last = await nextNumber(tx, `decision:${series}:${scheme}:${year}`);
  return {
    authority,
    organ: remedies.decidedBy,
    number: `${short}${SERIES[scheme]}决字〔${year}〕${last}号`,
    remedies,
  };
}

/** What the place itself leaves to the county, whatever the instrument says (LS-12). */
function aboveCeiling({ course, assessment }: CaseState): Standing['authority'] | null {
  const result = latestAssessment(assessment)?.result;
  if (course.scheme !== 'temporary' || !result || !isAboveTownshipCeiling(result)) return null;
  return { ok: false, because: '金额超过当地规定的乡镇（街道）确认上限，由县级民政部门确认。' };
}

function authorityFrom(found: Authority): Standing['authority'] {
  if (!found.ok) return { ok: false, because: found.because };
  return { ok: true, instrumentId: found.instrument.id, mode: found.instrument.mode };
}
