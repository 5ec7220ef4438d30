import { type CertifiedAct, certifiedActTitles } from '../../rules/procedure.ts';
import type { Role } from '../identity/index.ts';

type Act = {
  /** The commands that are this act: none of them is carried out for somebody without a valid certificate. */
  readonly commands: readonly string[];
  /** Who has this act among their duties, for the county's list of who lacks what. */
  readonly roles: readonly Role[];
  /** Where the body names others who take part: they need the certificate as well. */
  readonly also?: 'visitors' | 'checkers';
};

/** What each act that may need a certificate is in this program. */
export const acts: { readonly [Key in CertifiedAct]: readonly Act[] } = {
  accept: [
    {
      commands: ['AcceptApplication', 'RefuseAcceptance'],
      roles: ['window-clerk', 'case-officer'],
    },
  ],
  visit: [
    {
      commands: ['RecordHomeVisit', 'RecordNeighbourInterview', 'MakeGoodVisit'],
      roles: ['investigator'],
      also: 'visitors',
    },
    { commands: ['RecordCheck'], roles: ['investigator'], also: 'checkers' },
  ],
  assess: [{ commands: ['Assess', 'FormOpinion'], roles: ['case-officer'] }],
  verify: [{ commands: ['AnswerSource', 'ImportAnswers', 'IssueReport'], roles: ['verifier'] }],
  study: [{ commands: ['CastVote'], roles: ['voter', 'chair'] }],
  confirm: [
    {
      commands: [
        ...['ConfirmDecision', 'CountyReview', 'DecideAdjustment'],
        ...['ReleaseInstalment', 'DecideInstalmentStop', 'CarryOutRemedy'],
      ],
      roles: ['chair', 'aid-officer', 'county-leader'],
    },
  ],
  inspect: [
    {
      commands: ['RecordCountyVisit', 'RecordCountyCheck'],
      roles: ['inspector'],
      also: 'visitors',
    },
  ],
};

export const actTitles = certifiedActTitles;
const names = Object.keys(acts) as readonly CertifiedAct[];

/** Which act a command is; null for one that never needs a certificate. */
export function actOf(command: string): CertifiedAct | null {
  return names.find((act) => acts[act].some(({ commands }) => commands.includes(command))) ?? null;
}

/** Everybody who takes part in the act besides whoever gives the command. */
export function othersIn(command: string, body: unknown): readonly string[] {
  const also = names.flatMap((act) => acts[act]).find((each) => each.commands.includes(command));
  const named = also?.also && (body as Readonly<Record<string, unknown>> | null)?.[also.also];
  if (!Array.isArray(named)) return [];
  return named.flatMap((each: unknown) => {
    if (typeof each === 'string') return each;
    const person = (each as { person?: unknown } | null)?.person;
    return typeof person === 'string' ? person : [];
  });
}

/** The acts among these that belong to a post. */
export function actsOfRole(role: string, certified: readonly CertifiedAct[]) {
  return certified.filter((act) =>
    acts[act].some(({ roles }) => roles.some((each) => each === role)),
  );
}
