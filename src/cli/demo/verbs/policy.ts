import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import { addDays, type LocalDate, localDate, type Month } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/policy/contract.ts';
import * as raise from '../../../modules/policy/raise-contract.ts';
import type { PolicyContent } from '../../../modules/policy/policy.ts';
import * as subsidy from '../../../modules/policy/subsidy-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { beginPreview, finishedPreview } from './preview.ts';

export type PolicyViewed = ValueOf<(typeof contract.policyView)['answer']>;

/** A new rural standard of the county from a day on. */
export function ruralStandard(value: number, effective: LocalDate): PolicyContent {
  return {
    ...{ title: '提高农村低保标准', issuer: '通川区人民政府', answers: [] },
    change: {
      kind: 'figures',
      figures: [{ parameter: 'standard', residence: 'rural', value }],
      effective,
    },
  };
}

export async function policyOf(desk: Desk, policyId: string): Promise<PolicyViewed> {
  const { status, body } = await desk.ask(contract.policyView, { policyId });
  if (status !== 200) throw new Error(`policy ${policyId}: ${status}`);
  return body;
}

/** Begins a draft; answers its id. */
export async function draftPolicy(desk: Desk, content: PolicyContent): Promise<string> {
  const policyId = randomUUID();
  await desk.must(contract.draftPolicy, { policyId }, { content });
  return policyId;
}

/** Previews the draft on the caseload and keeps the result with it; answers the preview's id. */
export async function previewPolicy(desk: Desk, policyId: string): Promise<string> {
  const { judged, content } = await policyOf(desk, policyId);
  const previewId = await beginPreview(desk, content.title, {
    ...{ kind: 'file', name: '草案', text: judged.text },
    from: localDate(judged.from ?? ''),
  });
  await finishedPreview(desk, previewId);
  const { version } = await policyOf(desk, policyId);
  await desk.must(contract.attachPreview, { policyId }, { previewId }, { ifMatch: version });
  return previewId;
}

export async function submitPolicy(desk: Desk, policyId: string): Promise<Reply> {
  const { version } = await policyOf(desk, policyId);
  return desk.must(contract.submitPolicy, { policyId }, { note: '' }, { ifMatch: version });
}

export async function approvePolicy(desk: Desk, policyId: string): Promise<Reply> {
  const { version, preview } = await policyOf(desk, policyId);
  const body = { opinion: '测算清楚，同意公布', previewId: preview?.previewId };
  return desk.must(contract.approvePolicy, { policyId }, body, { ifMatch: version });
}

export async function publishPolicy(
  desk: Desk,
  policyId: string,
  act: { readonly document: string; readonly issuedOn: LocalDate },
): Promise<Reply> {
  const { version } = await policyOf(desk, policyId);
  return desk.must(contract.publishPolicy, { policyId }, act, { ifMatch: version });
}

/** Lists what a published document leaves owing until a month; answers the list's id. */
export async function listRaises(desk: Desk, policyId: string, through: Month): Promise<string> {
  const listId = randomUUID();
  await desk.must(raise.listRaises, { policyId }, { listId, through });
  return listId;
}

export async function approveRaises(desk: Desk, policyId: string, listId: string): Promise<Reply> {
  const { body } = await desk.ask(raise.raiseLists, { policyId });
  const { version = 0 } = body.lists.find((each) => each.listId === listId) ?? {};
  const act = { opinion: '清单与花名册核对无误，同意补发' };
  return desk.must(raise.approveRaises, { listId }, act, { ifMatch: version });
}

type SubsidyTerms = {
  readonly document: string;
  readonly issuedOn: LocalDate;
  readonly from: string;
  readonly until: string;
  /** For each person of the country and month; a townsman gets a quarter more. */
  readonly rural: number;
};

/** Lays a price subsidy for everybody down from its document; answers its id. */
export async function draftSubsidy(desk: Desk, terms: SubsidyTerms): Promise<string> {
  const subsidyId = randomUUID();
  const scan = await uploadPaper(desk, '价格补贴文件');
  const body = {
    ...terms,
    subsidyId,
    scan,
    schemes: ['dibao', 'tekun'],
    urban: terms.rural * 1.25,
  };
  await desk.must(subsidy.draftSubsidy, {}, body);
  return subsidyId;
}

export async function approveSubsidy(desk: Desk, subsidyId: string): Promise<Reply> {
  const { body } = await desk.ask(subsidy.subsidyView, { subsidyId });
  const act = { opinion: '按文件发放，同意' };
  return desk.give(subsidy.approveSubsidy, { subsidyId }, act, { ifMatch: body.version });
}

/** An entry of a locality file, without the document it stands in. */
export type LocalRule = {
  readonly parameter: string;
  readonly value: string | number;
  readonly unit?: string;
  readonly rule: string;
};

type Hands = { readonly writer: Desk; readonly approver: Desk; readonly leader: Desk };
type Act = { readonly title: string; readonly document: string; readonly on: LocalDate };

/** Lays local rules down from the draft to the publication, each step by its own hand; they hold from the next day. */
export async function layDown(
  { writer, approver, leader }: Hands,
  { title, document, on }: Act,
  rules: readonly LocalRule[],
): Promise<string> {
  const issuer = '通川区人民政府';
  const own = { number: null, numberless: '草案，尚未发文', title, issuer, known: on };
  const entries = rules.map((each) => ({
    ...each,
    ...{ effective: addDays(on, 1), document: 'draft', source: title },
  }));
  const file = { place: '511702', name: '通川区', documents: { draft: own }, entries };
  const policyId = await draftPolicy(writer, {
    ...{ title, issuer, answers: [] },
    change: { kind: 'file', text: `${JSON.stringify(file, null, 2)}\n` },
  });
  await previewPolicy(writer, policyId);
  await submitPolicy(writer, policyId);
  await approvePolicy(approver, policyId);
  await publishPolicy(leader, policyId, { document, issuedOn: on });
  return policyId;
}
