import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPhoto, uploadPaper, uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { instant } from '../../src/kernel/clock.ts';
import { type PlaceCode, placeCode } from '../../src/kernel/place.ts';
import type { CaseEvent } from '../../src/modules/case/index.ts';
import { caseKind } from '../../src/modules/case/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { append } from '../../src/platform/record/record.ts';
import { ANYUN, type County, COUNTY, LUOJIANG, openCounty, PANSHI } from '../county.ts';

describe('材料照片与扫描件', () => {
  let county: County;
  let caseId: string;
  beforeAll(async () => {
    county = await openCounty();
    caseId = await openedCase(county);
  });
  afterAll(() => county.close());

  it('同一文件传两次只存一份，县乡都能看到本案材料', async () => {
    const investigator = await county.desk('investigator', LUOJIANG);
    const first = await uploadPhoto(investigator, caseId, '一');
    expect(first.mime).toBe('image/jpeg');
    expect(await uploadPhoto(investigator, caseId, '一')).toEqual(first);
    const inspector = await county.desk('inspector', COUNTY);
    const second = await uploadPhoto(inspector, caseId, '县级');
    for (const [desk, { hash }] of [
      [inspector, first],
      [investigator, second],
    ] as const) {
      const reply = await desk.fetch(`/api/files/${hash}/view`);
      expect(reply.status).toBe(200);
      expect(reply.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
      });
    }
  });

  it('看到的是重新生成的图片，原件只能下载', async () => {
    const desk = await county.desk('investigator', LUOJIANG);
    const sent = await demoPhoto('原件');
    const reply = await desk.upload(`/api/cases/${caseId}/files`, '../入户 照片.jpg', sent);
    const hash = String(reply.body['hash']);
    const view = await desk.fetch(`/api/files/${hash}/view?page=1`);
    const original = await desk.fetch(`/api/files/${hash}/original`);
    expect(view.bytes.equals(sent)).toBe(false);
    expect(original.bytes.equals(sent)).toBe(true);
    expect(original.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('入户 照片.jpg')}`,
    );
    expect((await desk.fetch(`/api/files/${hash}/view?page=2`)).status).toBe(404);
    expect((await desk.fetch(`/api/files/${hash}/view?page=0`)).status).toBe(400);
  });

  it('文件与所称不符的，说明原因并拒收', async () => {
    const desk = await county.desk('investigator', LUOJIANG);
    const reply = await desk.upload(`/api/cases/${caseId}/files`, '照片.jpg', Buffer.from('MZ'));
    expect(reply).toMatchObject({
      status: 400,
      body: { errors: [{ path: ['file'], message: expect.stringContaining('只能上传') }] },
    });
  });

  it('超过 10 MB 的文件不接收', async () => {
    const desk = await county.desk('investigator', LUOJIANG);
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, 1);
    const reply = await desk.upload(`/api/cases/${caseId}/files`, '大.jpg', large);
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: ['file'] }] } });
  });

  it('外乡镇看不到、也传不进本案材料', async () => {
    const own = await county.desk('investigator', LUOJIANG);
    const { hash } = await uploadPhoto(own, caseId, '二');
    const other = await county.desk('investigator', PANSHI);
    expect((await other.fetch(`/api/files/${hash}/view`)).status).toBe(404);
    expect((await other.fetch(`/api/files/${hash}/original`)).status).toBe(404);
    const reply = await other.upload(
      `/api/cases/${caseId}/files`,
      '照片.jpg',
      await demoPhoto('三'),
    );
    expect(reply.status).toBe(404);
  });

  it('管理员岗位不能查看材料', async () => {
    const own = await county.desk('investigator', LUOJIANG);
    const { hash } = await uploadPhoto(own, caseId, '四');
    const admin = await county.desk('system-admin', COUNTY);
    expect((await admin.fetch(`/api/files/${hash}/view`)).status).toBe(403);
  });

  it('单位自己的文件由本单位和上级查看', async () => {
    const secretary = await county.desk('secretary', ANYUN);
    const { hash } = await uploadPaper(secretary, '会议记录');
    const leader = await county.desk('county-leader', COUNTY);
    expect((await leader.fetch(`/api/files/${hash}/view`)).status).toBe(200);
    const other = await county.desk('secretary', PANSHI);
    expect((await other.fetch(`/api/files/${hash}/view`)).status).toBe(404);
  });

  it('与申请家庭有近亲属关系的人员看不到材料', async () => {
    const kinCase = await openedCase(county, {
      type: 'RegisterMatched',
      hits: [
        {
          entryId: randomUUID(),
          officialName: '演示',
          position: '调查员',
          person: county.person('investigator', LUOJIANG, 1),
          memberId: 'm1',
          relation: 'sibling',
          through: 'statement',
        },
      ],
    });
    const own = await county.desk('investigator', LUOJIANG);
    const { hash } = await uploadPhoto(own, kinCase, '近亲属');
    const kin = await county.desk('investigator', LUOJIANG, 1);
    expect((await kin.fetch(`/api/files/${hash}/view`)).status).toBe(404);
    const reply = await kin.upload(
      `/api/cases/${kinCase}/files`,
      '照片.jpg',
      await demoPhoto('五'),
    );
    expect(reply.status).toBe(404);
  });
});

const VILLAGE: PlaceCode = placeCode('511702102201');

/** A case that has just been opened at 罗江镇, with any further events. */
async function openedCase(county: County, ...more: CaseEvent[]): Promise<string> {
  const id = randomUUID();
  const opened: CaseEvent = {
    type: 'CaseOpened',
    scheme: 'dibao',
    channel: 'ordinary',
    township: placeCode(LUOJIANG),
    village: VILLAGE,
    route: 'township',
    routeBecause: '',
    flowVersion: 1,
  };
  const kind = caseKind(createStandards());
  await write(county.app.context.database, SYSTEM, (tx) =>
    append(tx, kind, { id, area: VILLAGE, version: 0, state: kind.initial }, [opened, ...more], {
      actor: county.person('window-clerk', LUOJIANG),
      post: '',
      command: 'test',
      recordedAt: instant(county.clock.now()),
    }),
  );
  return id;
}
