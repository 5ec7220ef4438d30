import { dayOf } from '../../kernel/clock.ts';
import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { addMonths, localDate, monthOf } from '../../kernel/local-date.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import type { CaseState } from '../case/index.ts';
import { isDrawPublished } from '../draw/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { type CheckRow, findCheck, listChecks, sumChecks } from './check-list-store.ts';
import { checkKind } from './check-store.ts';
import * as contract from './contract.ts';
import { correctionsOf } from './correction-store.ts';
import { doubtTitles } from './doubt.ts';
import type { DoubtCatalogue } from './doubt-catalogue.ts';
import { countOpenFlags, type FlagRow, listFlags, monthKind } from './flag-store.ts';
import { caseOfCheck } from './team-given.ts';

/** What the county sees of its checks: three lists, the visits along the road, one sheet. */
export function registerInspectionReading(
  router: Router,
  standards: Standards,
  catalogue: DoubtCatalogue,
): void {
  registerFlagList(router, standards, catalogue);
  queryRoute(router, contract.checkList, access.CheckList, async ({ tx, asker, context }) => {
    const county = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const rows = await listChecks(tx, county);
    const people = [...new Set(rows.flatMap(({ team }) => team))];
    const names = await context.namesOf(tx, people);
    return {
      checks: rows.map((row) => lineOf(row, { standards, names, today })),
      townships: (await sumChecks(tx, county, today)).map(({ township, ...figures }) => ({
        ...figures,
        townshipName: standards.nameOf(township),
      })),
    };
  });
  registerCheckView(router, standards);
}

function registerFlagList(router: Router, standards: Standards, catalogue: DoubtCatalogue): void {
  queryRoute(router, contract.flagList, access.FlagList, async ({ tx, asker, context }) => {
    const county = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const month = monthOf(addMonths(localDate(`${monthOf(today)}-01`), -1));
    const monthId = `${county}-${month}`;
    const flags = await listFlags(tx, { county });
    const open = (kind: string) =>
      flags.filter((each) => each.kind === kind && each.clearedOn === '').length;
    const closed = await findStream(tx, monthKind, monthId);
    return {
      flags: flags.map((row) => flagOf(row, standards)),
      open: { kin: open('kin'), report: open('report'), doubt: open('doubt') },
      rules: catalogue(county, today).map(({ rule, basis, from }) => ({
        ...{ title: doubtTitles[rule], basis, from },
      })),
      month: {
        ...{ monthId, month, closedOn: closed?.state.closed?.on ?? '' },
        openFlags: await countOpenFlags(tx, county, monthOf(today)),
        isDrawPublished: await isDrawPublished(tx, monthId),
      },
    };
  });
}

function flagOf({ area, status, because, ...row }: FlagRow, standards: Standards) {
  return {
    ...row,
    because: [...because],
    flagId: `${row.caseId}.${row.kind}`,
    townshipName: standards.nameOf(area.slice(0, 9)),
    villageName: standards.nameOf(area),
    isDecided: status !== 'open',
  };
}

type Around = {
  readonly standards: Standards;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
};

function lineOf({ place, team, reasons, ...row }: CheckRow, { standards, names, today }: Around) {
  return {
    ...row,
    reasons: [...reasons],
    townshipCode: place.slice(0, 9),
    townshipName: standards.nameOf(place.slice(0, 9)),
    villageName: standards.nameOf(place),
    isOverdue: row.doneOn === '' && row.dueOn < today,
    teamNames: team.map((person) => names.get(person) ?? '').join('、'),
  };
}

function registerCheckView(router: Router, standards: Standards): void {
  queryRoute(router, contract.checkView, access.CheckView, async (call) => {
    const { tx, asker, context, params } = call;
    const loaded = await getOwn(call, checkKind, params.checkId);
    const row = await findCheck(tx, params.checkId);
    if (!row) throw absent();
    const found = await caseOfCheck(tx, standards, row.caseId, { asker, context });
    const { team, record } = loaded.state;
    const names = await context.namesOf(tx, [...row.team]);
    const today = dayOf(context.clock.now());
    const [correction] = await correctionsOf(tx, { checkId: params.checkId });
    return {
      version: loaded.version,
      check: lineOf(row, { standards, names, today }),
      team: team?.people.map(({ person }) => person) ?? [],
      facts: factsOf(found.state, standards.nameOf(row.place)),
      correctionId: correction?.correctionId ?? '',
      record: record && {
        ...{ on: record.on, place: record.place, outcome: record.outcome, grade: record.grade },
        ...{ result: record.result, facts: [...record.facts] },
        visitorNames: record.visitors.map(({ name }) => name).join('、'),
        discrepancies: [...record.discrepancies],
        photos: record.photos.map(({ hash, name }) => ({ hash, name })),
        signatures: record.signatures.map(({ hash, name }) => ({ hash, name })),
      },
    };
  });
}

/** What the file says, for the checkers to hold against what they see. */
function factsOf({ household, confirmation, assessment }: CaseState, villageName: string) {
  const people = household.declaration?.people ?? [];
  const amount = confirmation.decision?.monthlyAmount ?? assessment.opinion?.monthlyAmount;
  return [
    {
      item: '家庭成员',
      onFile: `${people.length} 人：${people.map(({ name }) => name).join('、')}`,
    },
    { item: '住址', onFile: villageName },
    { item: '救助金额', onFile: amount ? `${formatYuan(amount as Fen)} 元` : '没有金额' },
    { item: '收入来源', onFile: '见核算表' },
    { item: '住房和财产', onFile: '见入户调查表' },
  ];
}
