import { addDays, type LocalDate, localDate, weekday } from '../../kernel/local-date.ts';
import { workingDaysBetween } from '../../kernel/working-day.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseSummary, TodayLine } from './contract.ts';
import { allFlows, type Stage } from './flow.ts';
import { type CaseFilter, countCases, listCases } from './store.ts';

type Band = 'must-today' | 'this-week' | 'waiting' | 'new';
type BandOfCases = { band: Band; title: string; cases: TodayLine[]; total: number };

const titles: Record<Band, string> = {
  'must-today': '今天必须办',
  'this-week': '本周到期',
  waiting: '等别人',
  new: '新到',
};

const MOST = 200;

/** Those who answer for the county's townships keeping the time limits (mission 4.8). */
const superintending = ['aid-officer', 'county-leader'];

/**
 * 今日: the cases of the asker's area where it is their turn, by legal deadline, then what others must do.
 * For those who superintend the townships, what is overdue there stands first.
 */
export async function todayOf(
  tx: ReadTx,
  standards: Standards,
  asker: Asker,
  today: LocalDate,
): Promise<{ sentence: string; bands: BandOfCases[] }> {
  const area = { area: asker.area, limit: MOST };
  const read = async (filter: CaseFilter) => (await listCases(tx, standards, filter)).cases;
  const mine = await read({ ...area, roles: [asker.role] });
  const late = superintending.includes(asker.role)
    ? await read({ ...area, status: 'open', dueBefore: today })
    : [];
  const active = await read({ ...area, isActive: true });
  const own = new Set([...late, ...mine].map(({ caseId }) => caseId));
  const lines = [...own]
    .flatMap((id) => [...late, ...mine].find(({ caseId }) => caseId === id) ?? [])
    .map((each) => lineOf(standards, each, asker.role, today));
  const others = active
    .filter(({ caseId }) => !own.has(caseId))
    .map((each) => lineOf(standards, each, asker.role, today));
  const total = await countCases(tx, { ...area, isActive: true });
  const sunday = addDays(today, 7 - weekday(today));
  const inBand = (band: Band) => lines.filter((line) => bandOf(line, today, sunday) === band);
  const bands = (Object.keys(titles) as Band[]).map((band) => {
    const cases = band === 'waiting' ? others : inBand(band);
    const count = band === 'waiting' ? total - lines.length : cases.length;
    return { band, title: titles[band], cases, total: count };
  });
  const atCounty = others.filter(({ stage }) => stage === 'verification').length;
  return { sentence: sentenceOf(bands, late.length, isTownship(asker) ? atCounty : 0), bands };
}

function isTownship({ area }: Asker): boolean {
  return area.length > 6;
}

function bandOf({ deadline }: TodayLine, today: LocalDate, sunday: LocalDate): Band {
  if (deadline !== '' && deadline <= today) return 'must-today';
  return deadline !== '' && deadline <= sunday ? 'this-week' : 'new';
}

/** Answering it is no stage of the flow: it stands beside whatever is open. */
const extension = { id: 'extension', title: '延期', act: '答复延期申请' };

/** The line names the stage in which it is this role's turn; of a case of others, the first open one. */
function lineOf(
  standards: Standards,
  each: CaseSummary,
  role: string,
  today: LocalDate,
): TodayLine {
  const open = each.stages.flatMap((id) => stagesOf(each).find((stage) => stage.id === id) ?? []);
  const stage =
    open.find(({ id }) => each.turns.includes(`${id}:${role}`)) ??
    (each.turns.includes(`extension:${role}`) ? extension : null) ??
    open.find(({ roles }) => roles.some((one) => one === role)) ??
    open[0];
  const calendar = standards.calendarOf(each.township);
  return {
    ...each,
    stage: stage?.id ?? '',
    stageTitle: stage?.title ?? '',
    act: stage?.act ?? each.act,
    deadline: each.dueOn,
    left: each.dueOn ? workingDaysBetween(calendar, today, localDate(each.dueOn)).days : null,
  };
}

/** Titles and acts are the same in every version of a flow a case may run on. */
function stagesOf({ scheme, channel, route }: CaseSummary): readonly Stage[] {
  const own = allFlows.find(
    (flow) => flow.scheme === scheme && flow.channel === channel && flow.route === route,
  );
  return own?.stages ?? [];
}

function sentenceOf(bands: readonly BandOfCases[], late: number, atCounty: number): string {
  const totalOf = (band: Band) => bands.find((each) => each.band === band)?.total ?? 0;
  const must = totalOf('must-today');
  const parts = [
    must === 0 ? '今天没有到期必须办的事' : `今天有 ${must} 件必须办`,
    ...(late > 0 ? [`其中 ${late} 件已经超期`] : []),
    totalOf('waiting') === 0 ? '没有在等别人的办件' : `${totalOf('waiting')} 件等别人办`,
    ...(atCounty > 0 ? [`其中 ${atCounty} 件等县级核对`] : []),
  ];
  return `${parts.join('，')}。`;
}
