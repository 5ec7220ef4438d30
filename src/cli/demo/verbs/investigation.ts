import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { caseView } from '../../../modules/case/contract.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import * as contract from '../../../modules/investigation/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto, uploadSignature } from './evidence.ts';

/** Who went, on which day, and who of the family was at home; what is left out is taken as usual. */
export type Visit = {
  readonly on: LocalDate;
  /** Person ids; the first two investigators of the township when left out. */
  readonly visitors?: readonly string[];
  /** Member id; the applicant when left out. */
  readonly memberPresent?: string;
  readonly smallOfficeReason?: string;
};

type Colleague = { readonly person: string; readonly name: string };

const usualSeen = {
  income: '申请人打零工，近三个月每月约 600 元，与申报一致',
  property: '没有汽车和商品房，存款与申报一致',
  food: '自种蔬菜，存粮约 200 斤',
  clothing: '衣被够用，多为亲友赠送',
  housing: '砖瓦房两间约 60 平方米，屋顶有渗漏',
  goods: '电视机、电饭锅各一台，没有空调',
  auxiliary: '上月电费 42 元，没有高收费就学和出境记录',
};

const usualAnswers = [
  { question: '这一家平时有几口人居住？', answer: '与登记的一致，没有外人长期居住' },
  { question: '平时靠什么生活？', answer: '打零工，种一点地，没有别的收入' },
  { question: '近一年有没有买房、买车、办大事？', answer: '没有听说' },
];

/** The body of a home visit with a photo and everybody's signature, for a journey to change. */
export async function homeVisit(desk: Desk, caseId: string, visit: Visit) {
  const visitors = await visitorsOf(desk, visit, 'investigator');
  const member = await memberOf(desk, caseId, visit.memberPresent);
  const serial = `${caseId.slice(0, 8)} ${randomUUID().slice(0, 4)}`;
  const signedBy = async (as: 'visitor' | 'member', signer: string, name: string) => ({
    as,
    signer,
    image: await uploadSignature(desk, caseId, name),
  });
  return {
    id: randomUUID(),
    on: visit.on,
    visitors: visitors.map(({ person }) => person),
    memberPresent: member.memberId,
    seen: usualSeen,
    photos: [await uploadPhoto(desk, caseId, serial)] as readonly FileRef[],
    signatures: [
      ...(await Promise.all(visitors.map(({ person, name }) => signedBy('visitor', person, name)))),
      await signedBy('member', member.memberId, member.name),
    ],
    remoteBecause: null as string | null,
    remote: null as object | null,
    smallOfficeReason: visit.smallOfficeReason ?? null,
  };
}

export async function visitHome(desk: Desk, caseId: string, visit: Visit): Promise<Reply> {
  const body = await homeVisit(desk, caseId, visit);
  return desk.must(contract.recordHomeVisit, { caseId }, body, await now(desk, caseId));
}

/** The body of a neighbour interview signed by the visitors, for a journey to change. */
export async function neighbourInterview(desk: Desk, caseId: string, visit: Visit) {
  const visitors = await visitorsOf(desk, visit, 'investigator');
  return {
    id: randomUUID(),
    on: visit.on,
    visitors: visitors.map(({ person }) => person),
    neighbour: '冯演邻',
    relation: '邻居，相识二十年',
    place: '村口小卖部',
    answers: usualAnswers,
    signatures: await Promise.all(
      visitors.map(async ({ person, name }) => ({
        as: 'visitor' as const,
        signer: person,
        image: await uploadSignature(desk, caseId, name),
      })),
    ),
    neighbourSignature: null,
    remoteBecause: null,
    smallOfficeReason: visit.smallOfficeReason ?? null,
  };
}

export async function askNeighbour(desk: Desk, caseId: string, visit: Visit): Promise<Reply> {
  const body = await neighbourInterview(desk, caseId, visit);
  return desk.must(contract.recordNeighbourInterview, { caseId }, body, await now(desk, caseId));
}

export async function concludeInvestigation(desk: Desk, caseId: string): Promise<Reply> {
  const body = { summary: '申报情况与入户、邻里访问看到的情况基本一致，生活确有困难。' };
  return desk.must(contract.concludeInvestigation, { caseId }, body, await now(desk, caseId));
}

/** The whole investigation of one round: visit, neighbour, conclusion. */
export async function investigate(desk: Desk, caseId: string, visit: Visit): Promise<void> {
  await visitHome(desk, caseId, visit);
  await askNeighbour(desk, caseId, visit);
  await concludeInvestigation(desk, caseId);
}

/** Asks an employer about a member; answers the letter's id. */
export async function sendLetter(
  desk: Desk,
  caseId: string,
  replyBy: LocalDate,
  memberId?: string,
): Promise<string> {
  const member = await memberOf(desk, caseId, memberId);
  const id = randomUUID();
  const asked = ['是否在贵单位务工', '近三个月实发工资'];
  const body = { id, to: '演示建筑劳务公司', memberId: member.memberId, asked, replyBy };
  await desk.must(contract.sendLetter, { caseId }, body, await now(desk, caseId));
  return id;
}

export async function answerLetter(
  desk: Desk,
  caseId: string,
  letterId: string,
  on: LocalDate,
): Promise<Reply> {
  const body = { on, text: '该人员自今年 1 月起不在本单位务工。' };
  const params = { caseId, letterId };
  return desk.must(contract.recordLetterAnswer, params, body, await now(desk, caseId));
}

export async function reopenInvestigation(
  desk: Desk,
  caseId: string,
  because = '收到异议，需要重新入户核实家庭收入',
): Promise<Reply> {
  return desk.must(contract.reopenInvestigation, { caseId }, { because }, await now(desk, caseId));
}

/** The body of a county visit by the inspector at this desk and a colleague, for a journey to change. */
export async function countyVisitBody(desk: Desk, caseId: string, visit: Visit) {
  const visitors = await visitorsOf(desk, visit, 'inspector,aid-officer');
  const serial = `县级 ${caseId.slice(0, 8)} ${randomUUID().slice(0, 4)}`;
  return {
    id: randomUUID(),
    on: visit.on,
    visitors: visitors.map(({ person }) => person),
    agrees: true,
    result: '家庭人口、住房、收入与档案一致，不存在照顾亲属的情况。',
    items: [
      { item: '家庭人口', onFile: '与申报一致', onSite: '在家人员与申报一致', agrees: true },
      { item: '住房', onFile: '砖瓦房两间', onSite: '砖瓦房两间', agrees: true },
    ],
    evidence: [await uploadPhoto(desk, caseId, serial)] as readonly FileRef[],
    because: null as string | null,
    smallOfficeReason: visit.smallOfficeReason ?? null,
  };
}

export async function countyVisit(
  desk: Desk,
  caseId: string,
  visit: Visit & { readonly agrees?: boolean; readonly because?: string },
): Promise<Reply> {
  const { agrees = true, because = null } = visit;
  const body = { ...(await countyVisitBody(desk, caseId, visit)), agrees, because };
  return desk.must(contract.recordCountyVisit, { caseId }, body, await now(desk, caseId));
}

async function now(desk: Desk, caseId: string): Promise<{ ifMatch: number }> {
  const { body } = await desk.ask(caseView, { caseId });
  return { ifMatch: body.version };
}

/** Two people who may go; of the county, the inspector is always one of them. */
async function visitorsOf(
  desk: Desk,
  { visitors }: Visit,
  role: string,
): Promise<readonly Colleague[]> {
  const { body } = await desk.ask(contract.colleagues, {}, { role });
  const { colleagues } = body;
  if (!visitors) {
    const first = role.split(',')[0] ?? '';
    const leads = colleagues.filter(({ roles }) => roles.includes(first));
    return [...leads, ...colleagues.filter((each) => !leads.includes(each))].slice(0, 2);
  }
  const nameOf = (person: string) => colleagues.find((each) => each.person === person)?.name;
  return visitors.map((person) => ({ person, name: nameOf(person) ?? '演示人员' }));
}

async function memberOf(
  desk: Desk,
  caseId: string,
  memberId?: string,
): Promise<{ readonly memberId: string; readonly name: string }> {
  const { body } = await desk.ask(caseView, { caseId });
  const { household } = body.state as unknown as MaskedCase;
  const self = household.facts?.members.find(({ relation }) => relation === 'self')?.id;
  const people = household.declaration?.people ?? [];
  const found = people.find((each) => each.memberId === (memberId ?? self));
  return found ?? { memberId: memberId ?? '', name: '演示人员' };
}

const ALONE = {
  ...{ canEat: true, canDress: true, canGetUp: true },
  ...{ canToilet: true, canWalk: true, canBathe: true },
};

/** What a person can do alone; `lost` names the acts that are not possible any more. */
export async function assessCare(
  desk: Desk,
  caseId: string,
  memberId: string,
  { on, lost = [] }: { on: LocalDate; lost?: readonly (keyof typeof ALONE)[] },
): Promise<Reply> {
  const record = await uploadPhoto(
    desk,
    caseId,
    `自理能力评估表 ${memberId} ${caseId.slice(0, 8)}`,
  );
  const can = { ...ALONE, ...Object.fromEntries(lost.map((act) => [act, false])) };
  const assessors = ['演示评估员甲', '演示评估员乙'];
  const body = { memberId, on, can, assessors, helper: null, record };
  return desk.must(contract.assessSelfCare, { caseId }, body, await now(desk, caseId));
}

/** A visit by phone in a flood: no photo, no signature of the family, but the list of calls. */
export async function callHome(desk: Desk, caseId: string, visit: Visit): Promise<string> {
  const body = await homeVisit(desk, caseId, visit);
  const calls = await uploadPhoto(desk, caseId, `通话记录 ${randomUUID().slice(0, 4)}`);
  const spoken = {
    ...body,
    photos: [],
    signatures: body.signatures.filter(({ as }) => as === 'visitor'),
    remoteBecause: '山洪冲断道路，三日内无法通行',
    remote: { way: 'phone', ground: 'flood', evidence: [calls] },
  };
  await desk.must(contract.recordHomeVisit, { caseId }, spoken, await now(desk, caseId));
  return body.id;
}

export async function approveCall(chair: Desk, caseId: string, visitId: string): Promise<Reply> {
  const body = { visitId, opinion: '道路中断属实，同意电话调查' };
  return chair.must(contract.approveRemoteVisit, { caseId }, body, await now(chair, caseId));
}

/** The visit on the spot that follows a call. */
export async function makeGood(
  desk: Desk,
  caseId: string,
  visitId: string,
  visit: Visit,
): Promise<Reply> {
  const { id, on, visitors, memberPresent, photos, signatures } = await homeVisit(
    desk,
    caseId,
    visit,
  );
  const body = {
    ...{ id, visitId, on, visitors, memberPresent, photos, signatures },
    ...{ agrees: true, result: '房屋、收入与电话调查的情况一致', smallOfficeReason: null },
  };
  return desk.must(contract.makeGoodVisit, { caseId }, body, await now(desk, caseId));
}
