import type { ValueOf } from '../../../kernel/contract.ts';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/verification/contract.ts';
import type { ItemCode } from '../../../modules/verification/item.ts';
import type { Desk, Reply } from '../desk.ts';

export type VerificationState = ValueOf<(typeof contract.verificationView)['answer']>;

/** What a source holds on one member; every source that is not named holds nothing. */
export type Held = {
  readonly memberId: string;
  readonly source: string;
  readonly item: ItemCode;
  readonly amount?: Fen;
  readonly text?: string;
  readonly asOf?: LocalDate;
};

export async function viewVerification(desk: Desk, caseId: string): Promise<VerificationState> {
  const reply = await desk.ask(contract.verificationView, { caseId });
  if (reply.status === 200) return reply.body;
  throw new Error(`VerificationView: ${reply.status} ${JSON.stringify(reply.body)}`);
}

/** A case officer asks the county to verify the household. */
export async function requestVerification(desk: Desk, caseId: string): Promise<Reply> {
  const { version } = await viewVerification(desk, caseId);
  return desk.must(contract.requestVerification, { caseId }, {}, { ifMatch: version });
}

export async function startVerification(desk: Desk, caseId: string): Promise<Reply> {
  const { version, request } = await viewVerification(desk, caseId);
  const body = { requestId: request?.id ?? '' };
  return desk.must(contract.startVerification, { caseId }, body, { ifMatch: version });
}

/** A verifier answers every source for everybody: what is held, and "nothing" for the rest. */
export async function answerNothing(
  desk: Desk,
  caseId: string,
  held: readonly Held[] = [],
): Promise<void> {
  const { request } = await viewVerification(desk, caseId);
  for (const source of request?.sources ?? []) {
    const found = held.filter((each) => each.source === source);
    const silent = (request?.members ?? []).filter(
      (memberId) => !found.some((each) => each.memberId === memberId),
    );
    await answerWith(desk, caseId, source, [
      ...found,
      ...silent.map((memberId) => ({ memberId, source, item: 'nothing' as const })),
    ]);
  }
}

/** A verifier types what one source says. */
export async function answerWith(
  desk: Desk,
  caseId: string,
  source: string,
  held: readonly Held[],
): Promise<Reply> {
  const { version, request } = await viewVerification(desk, caseId);
  const answers = held.map(({ memberId, item, amount, text, asOf }) => ({
    memberId,
    item,
    amount: amount ?? null,
    text: text ?? '',
    asOf: asOf ?? null,
  }));
  const body = { requestId: request?.id ?? '', source, answers };
  return desk.must(contract.answerSource, { caseId }, body, { ifMatch: version });
}

export async function issueReport(desk: Desk, caseId: string): Promise<Reply> {
  const { version, request } = await viewVerification(desk, caseId);
  const body = { requestId: request?.id ?? '' };
  return desk.must(contract.issueReport, { caseId }, body, { ifMatch: version });
}

/** A case officer explains every difference that is still open, one at a time. */
export async function explainAll(
  desk: Desk,
  caseId: string,
  explanation = '经核实，以申报为准，已附说明。',
): Promise<number> {
  const { findings } = await viewVerification(desk, caseId);
  const unexplained = findings.filter((each) => !each.explained);
  for (const { key } of unexplained) {
    const { version } = await viewVerification(desk, caseId);
    const body = { finding: key, outcome: 'declaration-stands', explanation, evidence: [] };
    await desk.must(contract.explainFinding, { caseId }, body, { ifMatch: version });
  }
  return unexplained.length;
}

/** The family objects to the report; the office records it with what the family brought. */
export async function disputeReport(
  desk: Desk,
  caseId: string,
  dispute: {
    readonly item: string;
    readonly statement: string;
    readonly evidence: readonly FileRef[];
  },
): Promise<Reply> {
  const { version, report } = await viewVerification(desk, caseId);
  const body = { reportId: report?.id ?? '', ...dispute };
  return desk.must(contract.disputeReport, { caseId }, body, { ifMatch: version });
}
