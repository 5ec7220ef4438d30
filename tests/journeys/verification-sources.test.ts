import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, plainDays } from '../../src/cli/demo/story.ts';
import { uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { authorisedCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import {
  answerWith,
  disputeReport,
  explainAll,
  issueReport,
  requestVerification,
  viewVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import * as intake from '../../src/modules/intake/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { createConnectionCatalogue } from '../../src/modules/verification/connection-catalogue.ts';
import * as contract from '../../src/modules/verification/contract.ts';
import { askSources } from '../../src/modules/verification/ask-sources.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { castOf } from '../cast.ts';
import { type County, LUOJIANG, openCounty } from '../county.ts';
import { connectionFile, type SourceServer, startSourceServer } from '../source-server.ts';

const REGISTER = { '1': 'registered', '2': 'dead' };
const OWN = '农业机械登记';

describe('核对来源各自作答：慢的、出错的、互相矛盾的，异议和复查', () => {
  let county: County;
  let cast: Cast;
  let sources: SourceServer;
  let folder: string;
  let number = 900;
  beforeAll(async () => {
    sources = await startSourceServer();
    folder = await mkdtemp(join(tmpdir(), 'yimen-connection-'));
    const files = [
      connectionFile(sources, 'household-register', REGISTER),
      connectionFile(sources, 'death', { '2': 'dead' }),
      connectionFile(sources, 'deposit', { A: 'deposit' }),
      connectionFile(sources, OWN, { T: 'vehicle' }, { items: ['vehicle'] }),
    ];
    for (const [index, file] of files.entries()) {
      await writeFile(join(folder, `${index}.json`), JSON.stringify(file));
    }
    vi.stubEnv('YIMEN_CONNECTIONS', folder);
    vi.stubEnv('YIMEN_TEST_SOURCE', 'secret-of-the-test');
    county = await openCounty(plainDays.accepted);
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await county.close();
    await sources.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = () =>
    askSources({
      ...{ context: county.app.context, standards: createStandards() },
      connections: createConnectionCatalogue(),
    });
  const requested = async () => {
    number += 1;
    county.clock.set(plainDays.accepted);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number, village, members: 2, monthlyIncome: fen(20_000) });
    const caseId = await authorisedCase(cast.clerk, family, plainDays.accepted);
    county.clock.set(plainDays.requested);
    const ids = family.people.map((each) => each.idNumber);
    return { caseId, ids };
  };
  const states = async (caseId: string) => {
    const { request } = await viewVerification(cast.verifier, caseId);
    return new Map(request?.states.map((each) => [each.source, each]));
  };
  const recorded = (caseId: string) =>
    read(county.app.context.database, SYSTEM, async (tx) => {
      const { rows } = await sql<{ type: string; data: { source: string } }>`
        select type, data from event where stream = ${`lookup:${caseId}`} order by seq`.execute(tx);
      return rows.map(({ type, data }) => `${type} ${data.source}`);
    });
  const answerRest = async (caseId: string) => {
    const { request } = await viewVerification(cast.verifier, caseId);
    for (const source of request?.sources ?? []) {
      const isOpen = request?.members.some((memberId) =>
        request.answers.every(
          (each) => each.source !== source || each.memberId !== memberId || each.partial,
        ),
      );
      if (!isOpen) continue;
      const silent = (request?.members ?? []).map((memberId) => ({
        ...{ memberId, source, item: 'nothing' as const },
      }));
      await answerWith(cast.verifier, caseId, source, silent);
    }
  };

  it('慢的到时不等，出错的隔一阵再问，每次都带授权记下来；到期交到专人', async () => {
    const { caseId, ids } = await requested();
    const [first = '', second = ''] = ids;
    sources.hold('household-register', { [first]: [{ kind: '1' }], [second]: [{ kind: '1' }] });
    sources.hold('death', { [second]: [{ kind: '2', day: '20260115' }] });
    sources.behave('deposit', 'slow');
    sources.behave(OWN, 'failing');
    await requestVerification(cast.officer, caseId);
    const { request: begun } = await viewVerification(cast.verifier, caseId);
    expect(begun?.sources).toContain(OWN);
    await ask();
    const after = await states(caseId);
    expect(after.get('household-register')).toMatchObject({ phase: 'answered', fault: '' });
    expect(after.get('deposit')).toMatchObject({ phase: 'failing', fault: '1 秒内没有答复' });
    expect(after.get(OWN)).toMatchObject({ phase: 'failing', attempts: 1 });
    const question = sources.asked.find(({ source }) => source === 'death');
    expect(question).toMatchObject({ secret: 'Bearer secret-of-the-test' });
    expect(question?.body['caseNo']).toMatch(/\d{6}/);
    expect(question?.body['grant']).not.toBe('');
    expect(await recorded(caseId)).toContain(`SourceSilent ${OWN}`);

    // Not before its time, and then one after the other, later each time.
    await ask();
    expect((await states(caseId)).get(OWN)?.attempts).toBe(1);
    const early = sources.asked.length;
    county.clock.set(addDays(plainDays.requested, 1));
    sources.behave('deposit', 'wrong-encoding');
    sources.behave(OWN, 'cut-off');
    await ask();
    const again = await states(caseId);
    expect(sources.asked.length).toBe(early + 2);
    expect(again.get('deposit')).toMatchObject({
      attempts: 2,
      fault: '答复的编码与约定不符，没有采用',
    });
    expect(again.get(OWN)?.fault).toContain('连接中断');

    const ifMatch = await versionOf(cast.verifier, caseId);
    const { request } = await viewVerification(cast.verifier, caseId);
    const press = { requestId: request?.id ?? '', source: 'deposit' };
    expect(
      (await cast.verifier.give(contract.remindSource, { caseId }, press, { ifMatch })).status,
    ).toBe(200);
    const twice = await cast.verifier.give(contract.remindSource, { caseId }, press, { ifMatch });
    expect(twice.body).toMatchObject({ code: 'source-reminded-today' });

    sources.behave('deposit', 'partial');
    sources.hold('deposit', { [first]: [{ kind: 'A', amount: '88000.00', day: '2026-01-31' }] });
    sources.behave(OWN, 'unknown-code');
    county.clock.set(addDays(plainDays.requested, 8));
    await ask();
    const late = await states(caseId);
    expect(late.get('deposit')).toMatchObject({ phase: 'partial' });
    expect(late.get(OWN)).toMatchObject({ fault: '答复的种类代码不在代码表里' });
    expect(late.get(OWN)?.escalatedTo).not.toBe('');
    const { body } = await cast.verifier.ask(contract.sourceTasks, {});
    expect(body.tasks.filter((each) => each.caseId === caseId).map(({ source }) => source)).toEqual(
      expect.arrayContaining([OWN, 'deposit']),
    );

    sources.behave('deposit', 'well');
    sources.behave(OWN, 'well');
    county.clock.set(addDays(plainDays.requested, 9));
    await ask();
    await answerRest(caseId);
    expect((await issueReport(cast.verifier, caseId)).status).toBe(200);
    const { findings } = await viewVerification(cast.officer, caseId);
    expect(findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['contradiction', 'undeclared', 'status']),
    );
    expect(findings.find(({ kind }) => kind === 'contradiction')?.text).toMatch(
      /死亡、殡葬查得已死亡，户籍查得户籍在册，两个来源不一致/,
    );
    expect(await explainAll(cast.officer, caseId, '死亡登记为同名误登，派出所已出具证明')).toBe(3);

    // What a source said once stays; the re-check asks them all anew.
    const evidence = [await uploadPhoto(cast.clerk, caseId, '派出所证明')];
    const statement = '家里没有人去世，死亡登记有误';
    await disputeReport(cast.clerk, caseId, { item: '死亡', statement, evidence });
    sources.hold('death', {});
    await requestVerification(cast.officer, caseId);
    await ask();
    await answerRest(caseId);
    await issueReport(cast.verifier, caseId);
    const settled = await viewVerification(cast.officer, caseId);
    expect(settled.findings.map(({ kind }) => kind)).toEqual(['undeclared']);
    expect(settled.earlierReports).toMatchObject([{ disputed: true }]);
  });

  it('授权撤回的不再问，记下拒绝；其他成员照常', async () => {
    const { caseId, ids } = await requested();
    sources.behave('deposit', 'well');
    await requestVerification(cast.officer, caseId);
    const ifMatch = await versionOf(cast.clerk, caseId);
    const body = { memberId: 'm2', reason: '本人要求撤回授权' };
    await cast.clerk.must(intake.revokeAuthorisation, { caseId }, body, { ifMatch });
    const before = sources.asked.length;
    await ask();
    const asked = sources.asked.slice(before).map(({ body: sent }) => sent['certNo']);
    expect(asked).toContain(ids[0]);
    expect(asked).not.toContain(ids[1]);
    expect(await recorded(caseId)).toEqual(
      expect.arrayContaining(['LookupRefused deposit', 'SourceAsked deposit']),
    );
  });

  it('催办和逾期任务只有县级核对岗位能办', async () => {
    const caseId = (await requested()).caseId;
    const press = { requestId: 'r', source: 'deposit' };
    const ifMatch = await versionOf(cast.officer, caseId);
    expect(
      (await cast.officer.give(contract.remindSource, { caseId }, press, { ifMatch })).status,
    ).toBe(403);
    expect((await cast.officer.ask(contract.sourceTasks, {})).status).toBe(403);
  });
});
