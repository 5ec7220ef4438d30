import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import {
  parsed,
  queryRoute,
  rawRoute,
  type RawCall,
  type Router,
} from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { standardsAhead } from '../policy/raise-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { firstShort, forecastOf, type MonthNeed, monthsAhead, type Scenario } from './forecast.ts';
import * as contract from './forecast-contract.ts';
import { approvedSubsidies, listRegister, trendOf } from './forecast-store.ts';
import { fundSetting } from './fund-setting.ts';
import { shownSums, shownUse } from './fund-use.ts';
import { fundFigures, useRows } from './performance-store.ts';
import { listPots } from './pot-store.ts';
import { type PaidScheme, paidSchemes } from './roll.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What money is needed, how paying it went, and what of it is published. */
export function registerForecast(router: Router, standards: Standards): void {
  queryRoute(router, contract.fundForecast, access.FundForecast, async (call) =>
    forecastFor(call.tx, call.asker.area.slice(0, 6), dayOf(call.context.clock.now()), call.search),
  );
  rawRoute(router, contract.forecastSheet, access.ForecastSheet, async (call) => {
    const { context, asker } = call;
    const scenario = parsed(contract.scenario, call.request.query);
    const today = dayOf(context.clock.now());
    const found = await read(context.database, principalOf(asker), (tx) =>
      forecastFor(tx, asker.area.slice(0, 6), today, scenario),
    );
    const sheets = [forecastRows(found.months), conditions(found, scenario)];
    return send(call, `forecast-${today}`, sheets);
  });
  queryRoute(router, contract.fundPerformance, access.FundPerformance, async (call) => {
    const today = dayOf(call.context.clock.now());
    return performanceOf(
      call.tx,
      standards,
      call.asker.area.slice(0, 6),
      spanOf(call.search, today),
    );
  });
  rawRoute(router, contract.fundUseSheet, access.FundUseSheet, async (call) => {
    const { context, asker } = call;
    const today = dayOf(context.clock.now());
    const search = parsed(contract.span, call.request.query);
    const found = await read(context.database, principalOf(asker), (tx) =>
      performanceOf(tx, standards, asker.area.slice(0, 6), spanOf(search, today)),
    );
    return send(call, `fund-use-${found.from}-${found.to}`, [useSheet(found)]);
  });
}

type Asked = Omit<Scenario, 'raiseFrom'> & { readonly raiseFrom?: Month | undefined };

async function forecastFor(tx: ReadTx, area: string, today: LocalDate, asked: Asked) {
  const months = monthsAhead(today);
  const [first = monthOf(today)] = months;
  const register = await listRegister(tx, area);
  const trend = await trendOf(tx, area, today);
  const subsidies = await approvedSubsidies(tx, area);
  const standards = await standardsAhead(tx, { area, today });
  const needs = forecastOf({ register, trend, subsidies, standards }, months, {
    ...asked,
    raiseFrom: asked.raiseFrom ?? first,
  });
  const pots = await listPots(tx, area, Number(first.slice(0, 4)));
  const left = fen(pots.reduce((sum, pot) => sum + pot.left, 0));
  return {
    households: register.length,
    left,
    total: needs.reduce((sum, each) => sum + each.total, 0),
    shortMonth: firstShort(needs, left) ?? '',
    trend: {
      months: trend.months,
      entered: trend.entered.households,
      leftRegister: trend.left.households,
    },
    months: [...needs],
  };
}

function forecastRows(months: readonly MonthNeed[]): Sheet {
  const parts = [
    'roll',
    'entering',
    'leaving',
    'raise',
    'subsidy',
    'temporary',
    'arrears',
  ] as const;
  return {
    name: '资金需求预测',
    heading: [
      ...['月份', '在册（元）', '新增（元）', '退出（元）', '提高标准（元）', '价格补贴（元）'],
      ...['临时救助（元）', '补发（元）', '合计（元）'],
    ],
    rows: months.map((each) => [
      each.month,
      ...parts.map((part) => each[part] / 100),
      each.total / 100,
    ]),
  };
}

/** What the figures rest on: whoever is handed the workbook has not seen the screen. */
function conditions(
  { households, left, trend }: Awaited<ReturnType<typeof forecastFor>>,
  asked: Asked,
): Sheet {
  return {
    name: '测算条件',
    heading: ['条件', '数值'],
    rows: [
      ['在册（户）', households],
      ['可用资金（元）', left / 100],
      [`前 ${trend.months} 个月新增（户）`, trend.entered],
      [`前 ${trend.months} 个月退出（户）`, trend.leftRegister],
      ['标准每人每月提高（元）', asked.raise / 100],
      ['新增相当于以往的（%）', asked.entering],
      ['另加价格补贴（元/人月）', asked.subsidy / 100],
      ['另加的发几个月', asked.subsidyMonths],
    ],
  };
}

type Span = { readonly from?: Month | undefined; readonly to?: Month | undefined };

/** This year until this month, unless somebody asks for other months; a month to come alone is the whole span. */
function spanOf(
  { from, to }: Span,
  today: LocalDate,
): { readonly from: Month; readonly to: Month } {
  const now = monthOf(today);
  const until = to ?? (from && from > now ? from : now);
  return { from: from ?? (`${until.slice(0, 4)}-01` as Month), to: until };
}

async function performanceOf(
  tx: ReadTx,
  standards: Standards,
  area: string,
  span: { readonly from: Month; readonly to: Month },
) {
  const { payDay } = fundSetting(standards, area);
  const rows = await useRows(tx, { area, ...span });
  const use = shownUse(rows).map(({ township, scheme, ...each }) => ({
    ...each,
    townshipName: standards.nameOf(township),
    scheme: scheme as PaidScheme,
  }));
  const sums = shownSums(rows).map((each) => ({ ...each, scheme: each.scheme as PaidScheme }));
  return { ...span, ...(await fundFigures(tx, { area, ...span, payDay })), payDay, use, sums };
}

function useSheet({ use, sums }: Awaited<ReturnType<typeof performanceOf>>): Sheet {
  const cells = (households: number | null, amount: number | null) =>
    households === null || amount === null ? ['不足 5 户', '不公开'] : [households, amount / 100];
  return {
    name: '资金使用情况',
    heading: ['乡镇（街道）', '项目', '户数', '金额（元）'],
    rows: [
      ...use.map((each) => [
        ...[each.townshipName, paidSchemes[each.scheme]],
        ...cells(each.households, each.amount),
      ]),
      ...sums.map((each) => [
        '合计',
        paidSchemes[each.scheme],
        ...cells(each.households, each.amount),
      ]),
    ],
  };
}

async function send(
  { reply }: RawCall<string>,
  name: string,
  sheets: readonly Sheet[],
): Promise<unknown> {
  return reply
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('x-content-type-options', 'nosniff')
    .type(XLSX)
    .send(Buffer.from(await writeSheets(sheets)));
}
