import { dayOf } from '../../kernel/clock.ts';
import { endOfPublicity } from '../../kernel/working-day.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { findAuthority } from '../delegation/resolve.ts';
import { type PaperCall, paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { authorityAsked } from './adjustment-standing.ts';
import * as contract from './adjustment-contract.ts';
import { custodyPhoneContext } from './custody.ts';
import { isHiddenFrom } from './given.ts';
import { adjustmentNoticeOf, hearingNoticeOf, type LetterContext } from './paper-data.ts';
import type { BenefitState } from './benefit-state.ts';
import {
  careSheetOf,
  hearingRecordOf,
  passbookCustodyOf,
  type RecipientPaper,
  supportFileOf,
  terminationPosterOf,
} from './recipient-paper.ts';
import { reconfirmationPaper } from './reconfirmation-contract.ts';
import { reconfirmationFormOf } from './reconfirmation-paper.ts';
import { benefitKind } from './store.ts';

/** The two letters of an adjustment: before it is decided, and when it has been; and the records around them. */
export function registerLetters(router: Router, standards: Standards): void {
  registerRecords(router, standards);
  paperRoute(router, contract.hearingNoticePaper, access.HearingNoticePaper, async (call) => {
    const { state, area, context } = await letterOf(standards, call);
    const data = hearingNoticeOf(state, context);
    return data && { paper: 'hearing-notice', data, area };
  });
  paperRoute(router, contract.adjustmentNoticePaper, access.AdjustmentNoticePaper, async (call) => {
    const { state, area, context } = await letterOf(standards, call);
    const data = adjustmentNoticeOf(state, context);
    return data && { paper: 'adjustment-notice', data, area };
  });
}

function registerRecords(router: Router, standards: Standards): void {
  paperRoute(router, contract.hearingRecordPaper, access.HearingRecordPaper, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const data = hearingRecordOf(state, context);
    return data && { paper: 'hearing-record', data, area };
  });
  paperRoute(router, contract.terminationPoster, access.TerminationPoster, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const data = terminationPosterOf(state, context, call.search.size);
    return data && { paper: 'termination-poster', data, area };
  });
  paperRoute(router, contract.supportFilePaper, access.SupportFilePaper, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const data = supportFileOf(state, context);
    return data && { paper: 'support-file', data, area };
  });
  paperRoute(router, contract.careSheetPaper, access.CareSheetPaper, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const data = careSheetOf(state, context);
    return data && { paper: 'self-care-assessment', data, area };
  });
  paperRoute(router, reconfirmationPaper, access.ReconfirmationPaper, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const data = reconfirmationFormOf(state, context);
    return data && { paper: 'reconfirmation-form', data, area };
  });
  paperRoute(router, contract.passbookCustodyPaper, access.PassbookCustodyPaper, async (call) => {
    const { state, area, context } = await recordOf(standards, call);
    const custody = state.custodies.at(-1);
    const phone = custody
      ? call.context.sealer.open(
          custodyPhoneContext(call.params.benefitId, custody.id),
          custody.keeper.phone,
        )
      : '';
    const data = passbookCustodyOf(state, context, phone);
    return data && { paper: 'passbook-custody', data, area };
  });
}

type Call = Pick<PaperCall<string, unknown>, 'tx' | 'asker' | 'params' | 'context'>;

async function recordOf(
  standards: Standards,
  call: Call,
): Promise<{ state: BenefitState; area: string; context: RecipientPaper }> {
  const { state, area, context } = await letterOf(standards, call);
  const township = area.slice(0, 9);
  const heard = state.adjustments.flatMap(({ answer }) => answer?.heardBy ?? []);
  const assessed = state.careChanges.flatMap(({ assessed: found }) => found?.assessors ?? []);
  const kept = state.custodies.flatMap(({ arrangedBy, filed }) => [arrangedBy, filed?.by ?? '']);
  const took = (state.reconfirmations ?? []).map(({ by }) => by);
  const acted = [...new Set([...heard, ...assessed, ...kept, ...took])];
  const names = await call.context.namesOf(call.tx, acted);
  const { publicityDays, publicityDayUnit } = context.procedure;
  const townshipName = standards.nameOf(township);
  return {
    state,
    area,
    context: {
      ...context,
      townshipName,
      bureau: officesOf(townshipName, standards.nameOf(township.slice(0, 6))).county.bureau,
      personName: (person) => names.get(person) ?? '',
      lastDay: (from) =>
        endOfPublicity(
          standards.calendarOf(township),
          from,
          publicityDays.value,
          publicityDayUnit.value,
        ).date,
    },
  };
}

async function letterOf(standards: Standards, { tx, asker, params, context }: Call) {
  const { benefitId } = params as { benefitId: string };
  const loaded = await getOwn({ tx, asker, context }, benefitKind(standards), benefitId);
  const { state, area } = loaded;
  if (isHiddenFrom(state, asker)) throw absent();
  const today = dayOf(context.clock.now());
  const township = area.slice(0, 9);
  const offices = officesOf(standards.nameOf(township), standards.nameOf(township.slice(0, 6)));
  const found = await findAuthority(tx, authorityAsked(loaded, today), standards);
  const isOwn = found.ok && found.instrument.mode === 'own-name';
  const letter: LetterContext = {
    today,
    procedure: standards.procedureOf(township, today, state.enrolment?.scheme),
    villageName: standards.nameOf(area),
    townshipOrgan: offices.township.name,
    organ: isOwn ? offices.township.name : offices.county.bureau,
    window: {
      place: `${standards.nameOf(township)}便民服务中心社会救助窗口`,
      // The national hotline (OT-02) stands in until a township's own number is entered.
      phone: '12349',
      hotline: '12349',
    },
    demo: context.demo,
  };
  return { state, area, context: letter };
}
