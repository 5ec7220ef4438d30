import { fen } from '../../kernel/fen.ts';
import { formatDate, monthOf } from '../../kernel/local-date.ts';
import type { DataOf } from '../../paper/index.ts';
import type { BenefitState } from './benefit-state.ts';
import { entitlementIn } from './entitlement.ts';
import type { RecipientPaper } from './recipient-paper.ts';
import { isAsked, reconfirmedIn, roundEnds, yearBegins } from './round.ts';

/** 年度重新确认声明 of this year, blank or as it was signed; null where the round does not concern the household. */
export function reconfirmationFormOf(
  state: BenefitState,
  context: RecipientPaper,
): DataOf<'reconfirmation-form'> | null {
  const { today, personName } = context;
  const { enrolment, deaths, changes } = state;
  const dueOn = roundEnds(context);
  const declared = reconfirmedIn(state, today);
  if (!enrolment || !dueOn || (!declared && !isAsked(state, today))) return null;
  const year = Number(today.slice(0, 4));
  const head = enrolment.people.find(({ memberId }) => memberId === enrolment.head);
  const clerk = declared ? personName(declared.by) : '';
  return {
    head: {
      number: `${enrolment.number}（${year}年度）`,
      organ: context.townshipOrgan,
      date: declared?.on ?? today,
      demo: context.demo,
    },
    applicant: head?.name ?? '',
    village: context.villageName,
    scheme: enrolment.scheme,
    year,
    monthly: entitlementIn(state.entries, monthOf(today))?.amount ?? fen(0),
    members: enrolment.people.map(({ memberId, name, covered }) => {
      const death = deaths.find((each) => each.memberId === memberId);
      return { name, covered, ...(death ? { died: death.diedOn } : {}) };
    }),
    known: changes
      .filter(({ reportedOn }) => reportedOn >= yearBegins(today))
      .map(({ happenedOn, what }) => `${formatDate(happenedOn)}${what}`.slice(0, 200)),
    dueOn,
    ...(declared ? { declared: { outcome: declared.outcome, on: declared.on } } : {}),
    office: { place: context.window.place, phone: context.window.phone },
    family: declared ? { name: declared.signedBy, signedOn: declared.on } : {},
    clerk: declared ? { ...(clerk === '' ? {} : { name: clerk }), signedOn: declared.on } : {},
  };
}
