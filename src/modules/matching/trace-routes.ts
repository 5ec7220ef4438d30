import { dayOf } from '../../kernel/clock.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { sourceTitles, type VerificationSource } from '../../rules/procedure.ts';
import { type Role, roleTitles } from '../identity/index.ts';
import { access } from './access.ts';
import { lookupTrace } from './contract.ts';
import type { SourceCatalogue } from './source-catalogue.ts';
import { findTraced, listTrace, type TraceRow } from './trace-store.ts';

const WHAT: Readonly<Record<string, string>> = {
  VerificationRequested: '提请核对',
  SourceAsked: '程序向来源查询',
  SourceAnswered: '向来源查询并填写回复',
  LookupRefused: '查询被拒绝',
  SensitiveRead: '查看完整号码或者住址',
  MatchingOrdered: '定期信息比对',
  FindingOpened: '查看比对疑点的来源数据',
};

/** Who looked somebody up: shown to them when they ask (TH-24, HD-11). */
export function registerTrace(router: Router, catalogue: SourceCatalogue): void {
  queryRoute(router, lookupTrace, access.LookupTrace, async (call) => {
    const { tx, asker, params, context } = call;
    const { benefitId } = params;
    const traced = await findTraced(tx, benefitId);
    if (!traced) throw absent();
    requireArea(context, asker, traced.area);
    const { number, head, area, caseId, since } = traced;
    const county = area.slice(0, 6);
    const rows = await listTrace(tx, { benefitId, caseId, county, since });
    const people = await context.namesOf(tx, [...new Set(rows.map(({ person }) => person))]);
    const sources = catalogue.sourcesOf(county, dayOf(context.clock.now()));
    const titles = new Map(sources.map(({ source, title }) => [source, title]));
    return {
      ...{ number, head },
      looks: rows.map((row) => ({
        at: row.at,
        by: people.get(row.person) ?? '',
        office: roleTitles[row.role as Role] ?? '',
        what: WHAT[row.kind] ?? row.kind,
        number: row.number,
        source: sourceWords(row, titles),
      })),
    };
  });
}

function sourceWords({ source }: TraceRow, titles: ReadonlyMap<string, string>): string {
  return source
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => titles.get(each) ?? sourceTitles[each as VerificationSource] ?? each)
    .join('、');
}
