import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { declareOwnRelatives, registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { idNumberFrom, phoneFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import * as contract from '../../src/modules/disclosure/contract.ts';
import { matchRegister, type PersonToMatch } from '../../src/modules/disclosure/register.ts';
import { read } from '../../src/platform/database/database.ts';
import { COUNTY, type County, LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { acceptedCase, appendToCase } from '../opened-case.ts';

const number = (serial: number) => idNumberFrom(serial, localDate(`197${serial}-05-05`), 'male');

describe('《最低生活保障审核确认办法》第十一条 · 近亲属备案名册', () => {
  let county: County;
  let officer: Desk;
  beforeAll(async () => {
    county = await openCounty();
    officer = await county.desk('aid-officer', COUNTY);
    await registerOfficial(
      officer,
      {
        name: '甲演禾',
        idNumber: number(1),
        phone: phoneFrom(1),
        position: '村委会主任',
        place: `${LUOJIANG}201`,
      },
      [
        { name: '乙演苗', relation: '配偶', idNumber: number(2) },
        { name: '丙演谷', relation: '子女', idNumber: null },
      ],
    );
  });
  afterAll(() => county.close());

  const indexOf = (field: 'idNumber' | 'phone', text: string) =>
    county.app.context.sealer.indexOf(field, text);
  const person = (member: Partial<PersonToMatch> & { idNumber?: string; phone?: string }) => ({
    memberId: 'm1',
    name: '某演某',
    ...member,
    idIndex: member.idNumber ? indexOf('idNumber', member.idNumber) : '',
    phoneIndex: member.phone ? indexOf('phone', member.phone) : '',
  });
  const match = (
    member: Parameters<typeof person>[0],
    statements: Parameters<typeof matchRegister>[1]['statements'] = [],
    area = LUOJIANG,
  ) =>
    read(county.app.context.database, { area, person: 'clerk' }, (tx) =>
      matchRegister(tx, { people: [person(member)], statements }),
    );

  it.each([
    ['本人是干部', { idNumber: number(1) }, 'member-is-official', '本人'],
    ['干部申报的近亲属', { idNumber: number(2) }, 'registered-relative', '配偶'],
    ['干部申报的近亲属没有证件号时按姓名', { name: '丙演谷' }, 'registered-relative', '子女'],
    ['与干部同一联系电话', { phone: phoneFrom(1) }, 'same-phone', '同一联系电话'],
  ] as const)('乡镇受理时比对出：%s', async (_, member, through, relation) => {
    const hits = await match(member);
    expect(hits).toMatchObject([{ memberId: 'm1', through, relation, officialName: '甲演禾' }]);
  });

  it('家庭声明的干部姓名也比对', async () => {
    const hits = await match({}, [{ name: '甲演禾', relation: '叔父', position: '村委会主任' }]);
    expect(hits).toMatchObject([{ through: 'statement', relation: '叔父', memberId: '' }]);
  });

  it('同名但证件号不同的，不算申报了证件号的近亲属', async () => {
    expect(await match({ name: '乙演苗', idNumber: number(3) })).toEqual([]);
  });

  it('外县的人比对不到本县名册', async () => {
    expect(await match({ idNumber: number(1) }, [], '511703')).toEqual([]);
    expect(await match({ idNumber: number(1) }, [], '511703101')).toEqual([]);
  });

  it('乡镇不能列出名册；同一证件号不能列两次', async () => {
    const clerk = await county.desk('case-officer', LUOJIANG);
    expect((await clerk.ask(contract.registerList, {})).status).toBe(403);
    const { body } = await officer.ask(contract.registerList, {}, { text: 'jyh' });
    expect(body.entries).toMatchObject([
      { name: '甲演禾', relatives: 2, idTail: number(1).slice(-4) },
    ]);
    await expect(
      registerOfficial(officer, {
        name: '甲演禾',
        idNumber: number(1),
        position: '会计',
        place: LUOJIANG,
      }),
    ).rejects.toThrow('official-already-registered');
  });

  it('证件号填错的，告知错在哪里', async () => {
    await expect(
      registerOfficial(officer, {
        name: '丁演麦',
        idNumber: '51999919700505001',
        position: '会计',
        place: LUOJIANG,
      }),
    ).rejects.toThrow('身份证号');
  });

  it('乡镇干部本人可以申报自己的近亲属，别人的打不开', async () => {
    const chairId = county.person('chair', PANSHI);
    const entryId = await registerOfficial(officer, {
      name: '窦演安',
      idNumber: number(5),
      position: '镇长',
      place: PANSHI,
      kind: 'staff',
      person: chairId,
    });
    const chair = await county.desk('chair', PANSHI);
    const own = { name: '己演竹', relation: '父母', idNumber: number(6) };
    await declareOwnRelatives(chair, [own]);
    // 页面只显示末四位;未改动的证件号留空提交,仍然保留。
    await declareOwnRelatives(chair, [{ ...own, idNumber: null }]);
    const { body } = await chair.ask(contract.ownRegisterEntry, {});
    expect(body.entry?.relatives).toEqual([
      { name: '己演竹', relation: '父母', idNumber: `**************${number(6).slice(-4)}` },
    ]);
    expect(await match({ idNumber: number(6) })).toMatchObject([{ entryId, person: chairId }]);
    const other = await county.desk('chair', LUOJIANG);
    expect((await other.ask(contract.ownRegisterEntry, {})).body.entry).toBe(null);
    const wrong = await other.give(
      contract.declareOwnRelatives,
      {},
      { relatives: [] },
      { ifMatch: 1 },
    );
    expect([wrong.status, wrong.body['code']]).toEqual([409, 'no-own-entry']);
  });

  it('移出名册的人不再比对', async () => {
    const entryId = await registerOfficial(officer, {
      name: '庚演松',
      idNumber: number(8),
      position: '会计',
      place: LUOJIANG,
    });
    expect(await match({ idNumber: number(8) })).toHaveLength(1);
    const reason = { reason: '换届离任，不再任职' };
    await officer.must(contract.endRegisterEntry, { entryId }, reason, { ifMatch: 1 });
    expect(await match({ idNumber: number(8) })).toEqual([]);
  });
});

describe('《最低生活保障审核确认办法》第十一条 · 单独登记备案', () => {
  it('只有县级监督检查人员说明理由后可以解除，理由留在办件上', async () => {
    const county = await openCounty();
    const { caseId } = await acceptedCase(county, `${LUOJIANG}201`, '2026-03-02');
    const relatives = [{ name: '甲演禾', relation: '叔父', position: '村委会主任' }];
    const ifMatch = await appendToCase(county, caseId, `${LUOJIANG}201`, {
      type: 'NearRelativesDeclared',
      none: false,
      relatives,
    });
    const officer = await county.desk('case-officer', LUOJIANG);
    const listed = await officer.ask(contract.separateRegistrations, {});
    expect(listed.body.cases.map((each) => each.caseId)).toEqual([caseId]);
    const reason = { reason: '经核实同名不同人，不是近亲属' };
    const given = contract.clearSeparateRegistration;
    expect((await officer.give(given, { caseId }, reason, { ifMatch })).status).toBe(403);
    const inspector = await county.desk('inspector', COUNTY);
    await inspector.must(given, { caseId }, reason, { ifMatch });
    const after = await officer.ask(contract.separateRegistrations, {});
    expect(after.body.cases).toEqual([]);
    const view = await officer.ask(caseView, { caseId });
    expect(view.body.state['disclosure']).toMatchObject({ registered: false, cleared: reason });
    await county.close();
  });
});
