import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../src/cli/demo/desk.ts';
import { instrumentFor } from '../../src/cli/demo/verbs/delegation.ts';
import { versionOf } from '../../src/cli/demo/verbs/intake.ts';
import { serveNotice } from '../../src/modules/confirmation/contract.ts';
import { draftInstrument } from '../../src/modules/delegation/contract.ts';
import { callMeeting } from '../../src/modules/deliberation/contract.ts';
import { registerPerson } from '../../src/modules/identity/contract.ts';
import { openCase } from '../../src/modules/intake/contract.ts';
import { disputeReport } from '../../src/modules/verification/contract.ts';
import type { Role } from '../../src/modules/identity/index.ts';
import { LUOJIANG, openCounty, PANSHI } from '../county.ts';
import { buildWorld, DAY, OTHER_COUNTY, OTHER_TOWNSHIP, type World } from '../matrix/world.ts';

describe('猜编号：别处的编号和文件指纹用不上，也问不出有没有（CWE-639）', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY));
  });
  afterAll(() => world.county.close());

  const abroad = (role: Role): Desk => {
    const seat = world.seats.find((each) => each.role === role && each.relation === 'other-county');
    if (!seat) throw new Error(role);
    return createDesk(world.county.app, () => world.tokenOf(seat));
  };

  it('外县、外乡镇用已有的编号新建，一律不成立，也不是系统故障', async () => {
    const neighbour = await world.county.desk('secretary', PANSHI);
    const meeting = {
      kind: 'office-meeting',
      on: DAY,
      at: '09:30',
      place: '会议室',
      entitled: [world.county.person('chair', PANSHI), world.county.person('voter', PANSHI)],
      chair: world.county.person('chair', PANSHI),
      recorder: world.county.person('secretary', PANSHI),
    };
    const { meetingId, caseId, personId } = world;
    const person = { personId, county: OTHER_COUNTY, name: '乙演苗', loginName: 'yi.yan' };
    const replies = [
      await neighbour.give(callMeeting, { meetingId }, meeting),
      await abroad('window-clerk').give(openCase, { caseId }, { village: `${OTHER_TOWNSHIP}001` }),
      await abroad('system-admin').give(registerPerson, {}, person),
    ];
    expect(replies.every(({ status }) => status >= 400 && status < 500)).toBe(true);
  });

  it('知道一份文件的指纹，不能借赋权书扫描件看到它', async () => {
    const instrumentId = randomUUID();
    const stolen = instrumentFor(OTHER_TOWNSHIP, world.file, { issuer: '达州市达川区人民政府' });
    const reply = await abroad('aid-officer').give(
      draftInstrument,
      {},
      { instrumentId, ...stolen },
    );
    expect([reply.status, reply.body['errors']]).toEqual([
      400,
      [{ path: ['scan'], message: '没有收到这个文件，请重新上传。' }],
    ]);
    const { status } = await abroad('aid-officer').fetch(`/api/files/${world.file.hash}/view`);
    expect(status).toBe(404);
  });

  it('没有上传到本案的文件不能当作凭证', async () => {
    const { caseId, scan } = world;
    const clerk = await world.county.desk('window-clerk', LUOJIANG);
    const ifMatch = await versionOf(clerk, caseId);
    const served = { method: 'in-person', recipient: '甲演禾', proof: scan, on: DAY };
    const reply = await clerk.give(serveNotice, { caseId }, served, { ifMatch });
    expect([reply.status, reply.body['errors']]).toEqual([
      400,
      [{ path: ['proof'], message: '没有收到这个文件，请重新上传。' }],
    ]);
    const made = { hash: 'a'.repeat(64), name: '证明.jpg', mime: 'image/jpeg' };
    const dispute = { reportId: randomUUID(), item: '存款', statement: '该账户已经注销' };
    const body = { ...dispute, evidence: [made] };
    expect((await clerk.give(disputeReport, { caseId }, body, { ifMatch })).status).toBe(400);
    expect(await versionOf(clerk, caseId)).toBe(ifMatch);
  });

  it('路径里的上级目录、别的字符，都只是没有找到', async () => {
    const cookie = `yimen_session=${await world.county.token('case-officer', LUOJIANG)}`;
    for (const hash of ['..%2f..%2fetc%2fpasswd', '%2e%2e', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      const reply = await world.county.app.http.inject({
        url: `/api/files/${hash}/original`,
        headers: { cookie },
      });
      expect([hash, reply.statusCode]).toEqual([hash, 404]);
    }
  });
});
