import { dayOf } from '../../kernel/clock.ts';
import { absent, invalid, refusedBy } from '../../platform/http/problem.ts';
import {
  commandRoute,
  queryRoute,
  rawRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, principalOf } from '../../platform/http/context.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import { roleTitles } from '../identity/index.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { inForce, readRuleId } from './in-force.ts';
import { listedRules, rulesOfStage } from './shown-rule.ts';
import {
  readersOf,
  readingCounts,
  readingsOf,
  ruleReadingKind,
  versionsOf,
  versionsSeen,
  workingRuleKind,
} from './store.ts';
import { workingRuleOf } from './working-rule.ts';

export function registerRulebook(router: Router, standards: Standards): void {
  registerPublishing(router, standards);
  registerReading(router);
  registerLists(router, standards);
  registerView(router, standards);
  registerFile(router);
  registerReaders(router, standards);
}

/** Place and rule of an id in the address; anything else is no address of ours. */
function ruleIn(ruleId: string) {
  const found = readRuleId(ruleId);
  if (!found) throw absent();
  return found;
}

/** The same for whoever works at the place, above it or below it: to everybody else there is no such rule. */
function ruleNear(ruleId: string, { area }: Asker) {
  const found = ruleIn(ruleId);
  if (!found.place.startsWith(area) && !area.startsWith(found.place)) throw absent();
  return found;
}

function registerPublishing(router: Router, standards: Standards): void {
  streamCommand(router, workingRuleKind, {
    contract: contract.publishWorkingRule,
    access: access.PublishWorkingRule,
    id: ({ params }) => params.ruleId,
    begins: ({ params }) => ruleIn(params.ruleId).place,
    given: async ({ tx, body, params }) => {
      const { place } = ruleIn(params.ruleId);
      if (standards.nameOf(place) === place) throw absent();
      if (body.file) await requireScan(tx, body.file.hash);
    },
    decide: (body, state) => decide.publishRule(body, state),
  });
  streamCommand(router, workingRuleKind, {
    contract: contract.repealWorkingRule,
    access: access.RepealWorkingRule,
    id: ({ params }) => params.ruleId,
    given: async () => null,
    decide: (body, state) => decide.repealRule(body, state),
  });
}

async function requireScan(tx: ReadTx, hash: string): Promise<void> {
  const seen = await evidenceOf(tx, hash);
  if (seen.some(({ caseId }) => caseId === '')) return;
  throw invalid(['file'], '没有收到这个文件，请重新上传。');
}

/** A reading belongs to whoever reads; the rule itself may lie with a superior whose stream is not theirs. */
function registerReading(router: Router): void {
  const { context } = router;
  commandRoute(router, contract.readWorkingRule, access.ReadWorkingRule, async (call) => {
    const { tx, act, asker, body, params } = call;
    requireRole(context, access.ReadWorkingRule, asker);
    const versions = await versionsOf(tx, params.ruleId);
    if (versions.length === 0) throw absent();
    const id = `${asker.person}.${asker.area}`;
    const loaded = (await lockStream(tx, ruleReadingKind, id)) ?? {
      ...{ id, area: asker.area, version: 0, state: ruleReadingKind.initial },
    };
    const current = inForce(versions, dayOf(act.recordedAt))?.version ?? null;
    const asked = { ruleId: params.ruleId, version: body.version };
    const decision = decide.readRule(asked, loaded.state, { current });
    if (!decision.ok) throw refusedBy(decision.refusal);
    const after = await append(tx, ruleReadingKind, loaded, decision.events, act);
    return { status: 200, answer: { id: after.id, version: after.version } };
  });
}

function registerLists(router: Router, standards: Standards): void {
  const nameOf = (place: string) => standards.nameOf(place);
  queryRoute(router, contract.workingRuleList, access.WorkingRuleList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const townships = standards.divisions
      .flatMap((division) => division.children(asker.area.slice(0, 6)))
      .filter(({ code }) => asker.area.length === 6 || asker.area.startsWith(code));
    const rules = listedRules({
      versions: await versionsSeen(tx, asker.area),
      read: await readingsOf(tx, asker.person),
      places: [asker.area.slice(0, 6), ...townships.map(({ code }) => code)],
      ...{ asker, today, nameOf },
    });
    const maySee = access.WorkingRuleReaders.roles.some((role) => role === asker.role);
    const counted = await readingCounts(tx, maySee ? rules.flatMap(countable) : [], today);
    const shown = rules.map((each) => {
      const none = maySee && each.current ? { readers: 0, unread: 0 } : null;
      const { readers = null, unread = null } = counted.get(keyOf(each)) ?? none ?? {};
      return { ...each, readers, unread };
    });
    return {
      rules: shown,
      missing: shown.filter(({ current }) => current === null).length,
      toRead: shown.filter(({ mustRead, isRead }) => mustRead && !isRead).length,
    };
  });
  queryRoute(router, contract.stageRules, access.StageRules, async (call) => {
    const { tx, asker, context, params, search } = call;
    if (!search.place.startsWith(asker.area)) throw absent();
    return {
      rules: rulesOfStage(params.stage, {
        versions: await versionsSeen(tx, search.place.slice(0, 9)),
        read: await readingsOf(tx, asker.person),
        place: search.place,
        today: dayOf(context.clock.now()),
        asker,
      }),
    };
  });
}

type Listed = ReturnType<typeof listedRules>[number];
const keyOf = ({ place, name }: Listed) => `${place}-${name}`;

function countable(rule: Listed) {
  if (!rule.current) return [];
  const { ruleId, place, current, name } = rule;
  const { readers } = workingRuleOf(name);
  return [{ key: keyOf(rule), ruleId, version: current.version, area: place, roles: readers }];
}

function registerView(router: Router, standards: Standards): void {
  queryRoute(router, contract.workingRuleView, access.WorkingRuleView, async (call) => {
    const { tx, asker, context, params } = call;
    const { place, name } = ruleNear(params.ruleId, asker);
    if (standards.nameOf(place) === place) throw absent();
    const versions = await versionsOf(tx, params.ruleId);
    const read = await readingsOf(tx, asker.person);
    const current = inForce(versions, dayOf(context.clock.now()));
    const { title, readers, stages } = workingRuleOf(name);
    const readOn = (version: number) => read.get(`${params.ruleId}|${version}`) ?? '';
    const stream = await findStream(tx, workingRuleKind, params.ruleId);
    return {
      ruleId: params.ruleId,
      title,
      placeName: standards.nameOf(place),
      streamVersion: stream?.version ?? 0,
      current: current?.version ?? null,
      mustRead: current !== undefined && readers.some((role) => role === asker.role),
      isRead: current !== undefined && readOn(current.version) !== '',
      stages: [...stages],
      versions: versions.map(({ fileHash, fileName, fileMime, ...each }) => ({
        ...each,
        file: fileHash === '' ? null : { name: fileName, mime: fileMime },
        readOn: readOn(each.version),
      })),
    };
  });
}

function registerFile(router: Router): void {
  rawRoute(router, contract.workingRuleFile, access.WorkingRuleFile, async (call) => {
    const { asker, context, params, reply } = call;
    ruleNear(params.ruleId, asker);
    const found = await read(context.database, principalOf(asker), async (tx) =>
      (await versionsOf(tx, params.ruleId)).find((each) => String(each.version) === params.version),
    );
    // A text that was typed in has no scan.
    if (!found || found.fileHash === '') throw absent();
    const bytes = await context.files.readOriginal(found.fileHash);
    if (!bytes) throw absent();
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      )
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .type(found.fileMime)
      .send(bytes);
  });
}

function registerReaders(router: Router, standards: Standards): void {
  queryRoute(router, contract.workingRuleReaders, access.WorkingRuleReaders, async (call) => {
    const { tx, asker, context, params } = call;
    const { place, name } = ruleNear(params.ruleId, asker);
    const today = dayOf(context.clock.now());
    const current = inForce(await versionsOf(tx, params.ruleId), today);
    if (!current) return { version: null, readers: [] };
    const rows = await readersOf(tx, {
      ruleId: params.ruleId,
      version: current.version,
      // A township's leader sees its own people, also where the county's text holds.
      area: place.length > asker.area.length ? place : asker.area,
      roles: workingRuleOf(name).readers,
      today,
    });
    return {
      version: current.version,
      readers: rows.map(({ area, role, ...each }) => ({
        ...each,
        roleTitle: roleTitles[role],
        placeName: standards.nameOf(area),
      })),
    };
  });
}
