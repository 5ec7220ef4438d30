import type { CommandContract } from '../../kernel/contract.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type Decision, happened } from '../../kernel/outcome.ts';
import { read, type ReadTx, write } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent, invalid, ProblemError, refusedBy } from '../../platform/http/problem.ts';
import {
  type Access,
  type CommandCall,
  commandRoute,
  parsed,
  queryRoute,
  rawRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { writeXlsx } from '../../platform/table-file/write-xlsx.ts';
import { type Scheme, SCHEME_SHORT } from '../../rules/scheme.ts';
import { type Role, roleTitles } from '../identity/index.ts';
import { evidenceOf } from '../investigation/store.ts';
import { filterWords, recordTaken } from '../ledger/taken-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import * as store from './finding-store.ts';
import { rowContext } from './seal-rows.ts';
import { type FindingEvent, type FindingState, outcomeTitles } from './matching.ts';
import { ruleTitles } from './rule.ts';
import type { SourceCatalogue } from './source-catalogue.ts';
import { findingKind } from './store.ts';

type Given = { readonly standards: Standards; readonly catalogue: SourceCatalogue };

/** What comparisons found: listed, looked into by a person, disposed of with a reason. */
export function registerFindings(router: Router, { standards, catalogue }: Given): void {
  registerList(router, standards);
  registerOpening(router, catalogue);
  findingCommand(router, contract.handFinding, access.HandFinding, async (call, found) => {
    const to = call.body.to ?? call.asker.person;
    const holders = await store.listHolders(call.tx, found.finding);
    const isFit = holders.some(({ person }) => person === to);
    return decide.handFinding({ to }, found.state, { isFit });
  });
  queryRoute(router, contract.findingHolders, access.FindingHolders, async (call) => {
    const { tx, asker, params, context } = call;
    const finding = await store.findFinding(tx, params.findingId);
    if (!finding) throw absent();
    requireArea(context, asker, finding.area);
    return { holders: [...(await store.listHolders(tx, finding))] };
  });
  findingCommand(router, contract.settleFinding, access.SettleFinding, async (call, found) => {
    const { tx, body, asker } = call;
    for (const { hash } of body.files) {
      const isKnown = (await evidenceOf(tx, hash)).length > 0;
      if (!isKnown) throw invalid(['files'], '没有收到这个文件，请重新上传。');
    }
    const { role, holds } = found.finding;
    return decide.settleFinding(body, found.state, { role, holds, asker: asker.role });
  });
}

type FindingPath = `${string}:findingId${string}`;
type Found = { readonly finding: store.MatchFinding; readonly state: FindingState };

/** A command on a finding: its stream begins with the first thing somebody does about it. */
function findingCommand<Path extends FindingPath, Body>(
  router: Router,
  definition: CommandContract<Body> & { readonly path: Path },
  allowed: Access,
  decided: (call: CommandCall<Path, Body>, found: Found) => Promise<Decision<FindingEvent>>,
  answer: (call: CommandCall<Path, Body>) => unknown = () => ({}),
  afterwards?: (
    call: Pick<CommandCall<Path, Body>, 'asker' | 'params'>,
    answer: unknown,
  ) => Promise<unknown>,
): void {
  commandRoute(
    router,
    definition,
    allowed,
    async (call) => {
      const { tx, context, asker, act } = call;
      const { findingId } = call.params as { findingId: string };
      const finding = await store.findFinding(tx, findingId);
      if (!finding) throw absent();
      requireArea(context, asker, finding.area);
      requireRole(context, allowed, asker);
      const from = (await lockStream(tx, findingKind, findingId)) ?? {
        ...{ id: findingId, area: finding.area, version: 0, state: findingKind.initial },
      };
      const decision = await decided(call, { finding, state: from.state });
      if (!decision.ok) throw refusedBy(decision.refusal);
      await append(tx, findingKind, from, decision.events, act);
      return { status: 200, answer: answer(call) };
    },
    afterwards,
  );
}

const SHOWN_MS = 60_000;

/** The trace first, in the command's transaction; the texts are opened after it stands and are never stored. */
function registerOpening(router: Router, catalogue: SourceCatalogue): void {
  const { context } = router;
  findingCommand(
    router,
    contract.openFinding,
    access.OpenFinding,
    async (_, { finding }) => happened({ type: 'FindingOpened', number: finding.runNumber }),
    ({ act }) => ({ at: act.recordedAt }),
    ({ asker, params }, answer) => {
      const { at } = answer as { at: number };
      if (context.clock.now() - at > SHOWN_MS) throw new ProblemError({ code: 'key-reused' });
      return openedRows({ context, asker, catalogue }, params.findingId);
    },
  );
}

type Opening = {
  readonly context: Context;
  readonly asker: Asker;
  readonly catalogue: SourceCatalogue;
};

async function openedRows({ context, asker, catalogue }: Opening, findingId: string) {
  const finding = await read(context.database, principalOf(asker), (tx) =>
    store.findFinding(tx, findingId),
  );
  if (!finding) throw absent();
  const sources = catalogue.sourcesOf(finding.county, dayOf(context.clock.now()));
  return {
    rows: finding.evidence.map(({ loadId, place, source, detail, asOf, date, amount, code }) => ({
      source: sources.find((each) => each.source === source)?.title ?? source,
      ...{ asOf, date, amount, code },
      text:
        detail === ''
          ? ''
          : context.sealer.open(rowContext(loadId, place), { cipher: detail, tail: '', index: '' }),
    })),
  };
}

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.findingList, access.FindingList, async (call) => {
    const { tx, asker, search, context } = call;
    const filter = filterOf(search, asker, context);
    const { findings, next } = await store.listFindings(tx, filter);
    const lines = await linesOf({ tx, context, standards }, findings);
    return { findings: lines, next, ...(await store.countFindings(tx, filter)) };
  });
  rawRoute(router, contract.findingSheet, access.FindingSheet, async (call) => {
    const { context, asker, request, reply } = call;
    const search = parsed(contract.findingSearch, request.query);
    const { lines, mark } = await write(context.database, principalOf(asker), async (tx) => {
      const filter = { ...filterOf(search, asker, context), after: '', limit: 100_000 };
      const { findings } = await store.listFindings(tx, filter);
      const taken = { title: '比对疑点清单', about: '', path: request.url };
      const rows = findings.length;
      const mark = await recordTaken(tx, context, asker, {
        ...{ ...taken, filter: filterWords(search), rows },
      });
      return { lines: await linesOf({ tx, context, standards }, findings), mark };
    });
    const name = encodeURIComponent(`比对疑点清单-${dayOf(context.clock.now())}.xlsx`);
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .header('x-content-type-options', 'nosniff')
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(Buffer.from(await writeXlsx('比对疑点', SHEET_HEADING, lines.map(sheetCells), mark)));
  });
}

const SHEET_HEADING = [
  ...['疑点', '救助类别', '编号', '户主（本人）', '涉及人员', '所在地', '情况', '核查岗位'],
  ...['核查人', '发现日期', '应于何日前处理', '是否暂缓发放', '处理结果', '处理说明', '处理日期'],
];

function sheetCells(line: contract.FindingLine): readonly string[] {
  const outcome = (outcomeTitles as Record<string, string | undefined>)[line.outcome];
  return [
    ...[ruleTitles[line.rule], line.scheme, line.number, line.head, line.member, line.place],
    ...[line.sentence, line.roleTitle, line.holderName, line.foundOn, line.dueOn],
    ...[line.holds ? '是' : '', outcome ?? '未处理', line.reason, line.settledOn],
  ];
}

type Search = ReturnType<typeof contract.findingSearch.parse>;

function filterOf({ run, ...search }: Search, asker: Asker, context: Context): store.FindingFilter {
  const today = dayOf(context.clock.now());
  // A township's officer sees the township's; what is the county's to look into lies outside their area.
  return { ...search, runId: run, area: asker.area, today };
}

type Naming = {
  readonly tx: ReadTx;
  readonly context: Context;
  readonly standards: Standards;
};

async function linesOf(
  { tx, context, standards }: Naming,
  findings: readonly store.MatchFinding[],
): Promise<contract.FindingLine[]> {
  const people = findings.flatMap(({ holder, settledBy }) => [holder, settledBy]);
  const names = await context.namesOf(tx, [...new Set(people.filter((each) => each !== ''))]);
  const areas = await store.areasOf(
    tx,
    findings.map(({ benefitId }) => benefitId),
  );
  return findings.map((each) => ({
    ...{ findingId: each.findingId, benefitId: each.benefitId, rule: each.rule },
    scheme: SCHEME_SHORT[each.scheme as Scheme],
    ...{ number: each.number, head: each.head, member: each.member, sentence: each.sentence },
    place: placeOf(standards, areas.get(each.benefitId) ?? each.area),
    ...{ role: each.role, roleTitle: roleTitles[each.role as Role], dueOn: each.dueOn },
    holderName: names.get(each.holder) ?? '',
    ...{ holds: each.holds, foundOn: each.foundOn, outcome: each.outcome, reason: each.reason },
    settledOn: each.settledOn,
    settledBy: names.get(each.settledBy) ?? '',
  }));
}

function placeOf(standards: Standards, area: string): string {
  const township = standards.nameOf(area.slice(0, 9));
  return area.length > 9 ? `${township}${standards.nameOf(area)}` : township;
}
