import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import {
  accept,
  acceptedCase,
  authorisedCase,
  declarationOf,
  declareFamily,
  openCase,
  recordFullChecklist,
  tellWhatIsMissing,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { uploadSignature } from '../../src/cli/demo/verbs/evidence.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  caseView,
  closeForNonCooperation,
  withdrawApplication,
} from '../../src/modules/case/contract.ts';
import { declareHousehold } from '../../src/modules/household/contract.ts';
import * as contract from '../../src/modules/intake/contract.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';

const on = localDate('2026-03-02');
const { divisions } = createStandards();
const placesOf = (township: string) => divisions.flatMap((each) => familyPlacesIn(each, township));
let next = 0;
const newFamily = (township = LUOJIANG): SyntheticFamily =>
  generateFamily(20, { number: next++, on, places: placesOf(township) });

let county: County;
let window: Desk;
beforeAll(async () => {
  county = await openCounty(on);
  window = await county.desk('window-clerk', LUOJIANG);
});
afterAll(() => county.close());

describe('《最低生活保障审核确认办法》第十条 受理', () => {
  it('登记、清单齐全后受理，编号为县、年、序号，没有赋权的走县级程序', async () => {
    const caseId = await acceptedCase(window, newFamily());
    const { body } = await window.ask(caseView, { caseId });
    expect(body.summary).toMatchObject({ acceptedOn: '2026-03-02', route: 'county' });
    expect(body.summary.number).toMatch(/^511702-2026-00000\d$/);
  });

  it('被拒绝的受理不占用编号', async () => {
    const caseId = await openCase(window, newFamily().facts.place);
    const early = await window.give(contract.acceptApplication, { caseId }, {}, { ifMatch: 1 });
    expect([early.status, early.body['code']]).toEqual([409, 'not-declared']);
    const numberOf = async (family: SyntheticFamily) => {
      const { body } = await window.ask(caseView, { caseId: await acceptedCase(window, family) });
      return Number(body.summary.number.slice(-6));
    };
    const first = await numberOf(newFamily());
    expect(await numberOf(newFamily())).toBe(first + 1);
  });

  it('授权齐全并作近亲属声明后，授权承诺环节办结', async () => {
    const caseId = await authorisedCase(window, newFamily(), on);
    const { body } = await window.ask(caseView, { caseId });
    expect(body.stages.find((each) => each.id === 'authorisation')?.status).toBe('done');
  });

  it('缺什么一次告知，再告知被拒，补齐后受理', async () => {
    const family = newFamily();
    const caseId = await openCase(window, family.facts.place);
    await declareFamily(window, caseId, family);
    const { body: before } = await window.ask(contract.intakeAdvice, { caseId });
    expect(before.missing.map((each) => each.text)).toContain('社会救助申请书');
    await tellWhatIsMissing(window, caseId);
    const ifMatch = await versionOf(window, caseId);
    const again = await window.give(contract.giveOneTimeNotice, { caseId }, {}, { ifMatch });
    expect([again.status, again.body['code']]).toEqual([409, 'notice-already-given']);
    await recordFullChecklist(window, caseId);
    await accept(window, caseId);
  });

  it('文书都是 PDF，没有内容的文书不存在', async () => {
    const caseId = await authorisedCase(window, newFamily(), on);
    const read = await readerOf();
    const papers = [
      'acceptance-receipt',
      'authorisation-and-promise',
      'near-relative-declaration',
      'one-time-notice',
      'proxy',
      'closing-notice',
    ];
    const kinds = [];
    for (const paper of papers) {
      const url = `/api/cases/${caseId}/papers/${paper}`;
      const reply = await read(url);
      kinds.push(
        reply.statusCode === 200 ? reply.rawPayload.subarray(0, 5).toString() : reply.statusCode,
      );
    }
    expect(kinds).toEqual(['%PDF-', '%PDF-', '%PDF-', 404, 404, 404]);
  });
  it('告知书、委托书、不予受理告知书按办理情况出具', async () => {
    const family = newFamily();
    const caseId = await openCase(window, family.facts.place);
    await declareFamily(window, caseId, family);
    await tellWhatIsMissing(window, caseId);
    const paper = await uploadSignature(window, caseId, '委托书');
    const agent = newFamily().applicant;
    const proxy = { name: agent.name, relation: '同村村民', idNumber: agent.idNumber, paper };
    const named = { ifMatch: await versionOf(window, caseId) };
    await window.must(contract.nameProxy, { caseId }, proxy, named);
    const refusal = { ground: 'incomplete', reason: '告知后一个月内没有补齐材料' };
    const ifMatch = await versionOf(window, caseId);
    await window.must(contract.refuseAcceptance, { caseId }, refusal, { ifMatch });
    const read = await readerOf();
    for (const name of ['one-time-notice', 'proxy', 'closing-notice']) {
      const { statusCode } = await read(`/api/cases/${caseId}/papers/${name}`);
      expect([name, statusCode]).toEqual([name, 200]);
    }
  });
  it('受理后撤回的、因不配合终止的，出具告知书；没有终结的没有（DB-29）', async () => {
    const letterOf = async (caseId: string) =>
      (await (await readerOf())(`/api/cases/${caseId}/papers/closing-notice`)).statusCode;
    const withdrawn = await acceptedCase(window, newFamily());
    expect(await letterOf(withdrawn)).toBe(404);
    const params = { caseId: withdrawn };
    const reason = { reason: '家里情况好转，不再申请' };
    await window.must(withdrawApplication, params, reason, {
      ifMatch: await versionOf(window, withdrawn),
    });
    const ended = await acceptedCase(window, newFamily());
    const on = (await window.ask(caseView, { caseId: ended })).body.summary.acceptedOn;
    const asked = ['请提供银行流水', '再次要求提供银行流水'].map((what) => ({ on, what }));
    const officer = await county.desk('case-officer', LUOJIANG);
    await officer.must(
      closeForNonCooperation,
      { caseId: ended },
      { reason: '两次书面要求后仍不配合', requests: asked },
      { ifMatch: await versionOf(window, ended) },
    );
    expect([await letterOf(withdrawn), await letterOf(ended)]).toEqual([200, 200]);
  });
});

/** Reads papers as the case officer: what comes back is no JSON. */
async function readerOf() {
  const id = county.person('case-officer', LUOJIANG);
  const { context, http } = county.app;
  const token = await write(context.database, SYSTEM, (tx) =>
    openSession(tx, county.clock, id, `post-${id}`),
  );
  return (url: string) => http.inject({ url, headers: { cookie: `yimen_session=${token}` } });
}

describe('第四条 先查找再建立，同一人不重复申请', () => {
  it('按姓名、电话、身份证号都能找到', async () => {
    const family = newFamily();
    const caseId = await acceptedCase(window, family);
    const { name, idNumber, phone } = family.applicant;
    for (const text of [name, idNumber, phone]) {
      const { body } = await window.must(contract.searchApplicants, {}, { text });
      const people = body['people'] as { caseId: string; isApplicant: boolean }[];
      expect(people.find((each) => each.caseId === caseId)?.isApplicant).toBe(true);
    }
  });

  it('外乡镇的只答在哪里、什么状态，不答姓名', async () => {
    const family = newFamily();
    await acceptedCase(window, family);
    const other = await county.desk('window-clerk', PANSHI);
    const { idNumber } = family.applicant;
    const { body } = await other.must(contract.searchApplicants, {}, { text: idNumber });
    expect(body).toMatchObject({
      people: [],
      elsewhere: [{ townshipName: '罗江镇', status: 'open', accepted: true }],
    });
    expect(JSON.stringify(body)).not.toContain(family.applicant.name);
  });

  it('身份证号抄错的，指出错在哪里', async () => {
    const { body } = await window.must(
      contract.searchApplicants,
      {},
      { text: '519999196005011' + '018' },
    );
    expect(body['fault']).toContain('校验位');
  });

  it('已在外乡镇受理的申请人，在本乡镇不能再受理', async () => {
    const family = newFamily();
    await acceptedCase(window, family);
    const place = placesOf(PANSHI)[0]?.code ?? '';
    const moved = { ...family, facts: { ...family.facts, place } } as SyntheticFamily;
    const other = await county.desk('window-clerk', PANSHI);
    const caseId = await openCase(other, place);
    await declareFamily(other, caseId, moved);
    await recordFullChecklist(other, caseId);
    const { body: advice } = await other.ask(contract.intakeAdvice, { caseId });
    expect(advice.duplicates[0]).toMatchObject({ townshipName: '罗江镇', accepted: true });
    const ifMatch = await versionOf(other, caseId);
    const reply = await other.give(contract.acceptApplication, { caseId }, {}, { ifMatch });
    expect([reply.status, reply.body['code']]).toEqual([409, 'applicant-already-covered']);
  });

  it('填写中的表也能得到提示，什么也不留下', async () => {
    const family = newFamily();
    const { facts, people } = declarationOf(family);
    const draft = people.map(({ memberId, name, idNumber }) => ({ memberId, name, idNumber }));
    const { body } = await window.must(
      contract.draftAdvice,
      {},
      { facts, people: draft, caseId: null },
    );
    expect(body['members']).toHaveLength(family.people.length);
    const { body: found } = await window.must(
      contract.searchApplicants,
      {},
      { text: family.applicant.idNumber },
    );
    expect(found['people']).toEqual([]);
  });
});

describe('第十一条 近亲属单独登记备案', () => {
  it('村干部申报的子女受理时自动比对上，单独登记，该干部看不到本办件', async () => {
    const family = newFamily();
    const poster = county.person('poster', LUOJIANG);
    const { name, idNumber } = family.applicant;
    const official = {
      name: '赵演官',
      idNumber: newFamily().applicant.idNumber,
      position: '村民委员会委员',
      place: LUOJIANG,
      person: poster,
    };
    const aid = await county.desk('aid-officer', COUNTY);
    await registerOfficial(aid, official, [{ name, relation: '子女', idNumber }]);
    const caseId = await acceptedCase(window, family);
    const { body } = await window.ask(caseView, { caseId });
    expect(body.summary.kin).toBe(true);
    const related = await county.desk('poster', LUOJIANG);
    expect((await related.ask(caseView, { caseId })).status).toBe(404);
    expect((await related.ask(contract.intakeAdvice, { caseId })).status).toBe(404);
  });
});

describe('登记家庭情况', () => {
  it('没有改动的号码不用再填，原样保留', async () => {
    const family = newFamily();
    const caseId = await openCase(window, family.facts.place);
    await declareFamily(window, caseId, family);
    const { body: view } = await window.ask(caseView, { caseId });
    const people = (view.state as never as Shown).household.declaration.people;
    const again = {
      ...declarationOf(family),
      people: people.map(({ memberId, name, idNumber }) => ({
        memberId,
        name,
        idNumber: idNumber.masked,
      })),
    };
    await window.must(declareHousehold, { caseId }, again, { ifMatch: view.version });
    const { body } = await window.must(
      contract.searchApplicants,
      {},
      { text: family.applicant.idNumber },
    );
    expect((body['people'] as { caseId: string }[])[0]?.caseId).toBe(caseId);
  });

  it('保留的号码与改过的出生日期不符的，指出那一格', async () => {
    const family = newFamily();
    const caseId = await openCase(window, family.facts.place);
    await declareFamily(window, caseId, family);
    const body = declarationOf(family);
    const [first, ...others] = body.facts.members;
    const changed = {
      ...body,
      facts: { ...body.facts, members: [{ ...first, birth: '1950-01-01' }, ...others] },
      people: body.people.map(({ memberId, name }) => ({ memberId, name })),
    };
    const reply = await window.give(declareHousehold, { caseId }, changed, { ifMatch: 2 });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body['errors'])).toContain('"birth"');
  });

  it('他人先改过的，答复 412 并说明改了什么', async () => {
    const family = newFamily();
    const caseId = await openCase(window, family.facts.place);
    await declareFamily(window, caseId, family);
    const reply = await window.give(declareHousehold, { caseId }, declarationOf(family), {
      ifMatch: 1,
    });
    expect(reply.status).toBe(412);
    expect(reply.body['changed']).toMatchObject([{ title: '登记家庭情况' }]);
  });

  it('同一提交重复到达，只登记一次', async () => {
    const family = newFamily();
    const caseId = randomUUID();
    const key = randomUUID();
    const open = () =>
      window.give(contract.openCase, { caseId }, { village: family.facts.place }, { key });
    const [first, second] = [await open(), await open()];
    expect([first.status, second.body]).toEqual([200, first.body]);
    expect(await versionOf(window, caseId)).toBe(1);
  });
});

type Shown = {
  household: {
    declaration: { people: { memberId: string; name: string; idNumber: { masked: string } }[] };
  };
};

describe('谁能办', () => {
  it('外乡镇的窗口看不到也办不了', async () => {
    const caseId = await openCase(window, newFamily().facts.place);
    const other = await county.desk('window-clerk', PANSHI);
    const reply = await other.give(contract.acceptApplication, { caseId }, {}, { ifMatch: 1 });
    const place = placesOf(PANSHI)[0]?.code;
    const taken = await other.give(contract.openCase, { caseId }, { village: place });
    const abroad = await other.give(
      contract.openCase,
      { caseId: randomUUID() },
      { village: newFamily().facts.place },
    );
    expect([reply.status, taken.status, abroad.status]).toEqual([404, 404, 404]);
  });

  it('调查员不能受理', async () => {
    const caseId = await openCase(window, newFamily().facts.place);
    const investigator = await county.desk('investigator', LUOJIANG);
    const reply = await investigator.give(
      contract.acceptApplication,
      { caseId },
      {},
      { ifMatch: 1 },
    );
    expect(reply.status).toBe(403);
  });

  it('没有上传到本办件的文件不能引用', async () => {
    const family = newFamily();
    const caseId = await acceptedCase(window, family);
    const signing = {
      id: randomUUID(),
      memberId: family.applicant.memberId,
      signedBy: 'member',
      signedOn: on,
      signature: { hash: 'a'.repeat(64), name: '签名.png', mime: 'image/png' },
    };
    const ifMatch = await versionOf(window, caseId);
    const reply = await window.give(contract.signAuthorisation, { caseId }, signing, { ifMatch });
    expect([reply.status, JSON.stringify(reply.body['errors'])]).toEqual([
      400,
      expect.stringContaining('signature'),
    ]);
  });
});
