import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseSummary } from './contract.ts';
import { listCases } from './store.ts';

type Band = 'must-today' | 'this-week' | 'waiting' | 'new';

const titles: Record<Band, string> = {
  'must-today': '今天必须办',
  'this-week': '本周到期',
  waiting: '等别人',
  new: '新到',
};

const MOST = 200;

/** 今日: the open cases of the asker's area, mine first by legal deadline, then what others must do. */
export async function todayOf(
  tx: ReadTx,
  standards: Standards,
  asker: Asker,
  today: LocalDate,
): Promise<{
  sentence: string;
  bands: { band: Band; title: string; cases: CaseSummary[]; total: number }[];
}> {
  const open = { area: asker.area, status: 'open', limit: MOST };
  const { cases: mine } = await listCases(tx, standards, { ...open, roles: [asker.role] });
  const { cases: granted } = await listCases(tx, standards, {
    area: asker.area,
    roles: [asker.role],
    limit: MOST,
  });
  const own = [...new Map([...mine, ...granted].map((each) => [each.caseId, each])).values()];
  const { cases: all } = await listCases(tx, standards, open);
  const others = all.filter((each) => !own.some(({ caseId }) => caseId === each.caseId));
  const bands: Record<Band, CaseSummary[]> = {
    'must-today': [],
    'this-week': [],
    waiting: others,
    new: [],
  };
  const sunday = addDays(today, 7 - weekday(today));
  for (const each of own) bands[bandOf(each, today, sunday)].push(each);
  return {
    sentence: sentenceOf(bands),
    bands: (Object.keys(titles) as Band[]).map((band) => ({
      band,
      title: titles[band],
      cases: bands[band],
      total: bands[band].length,
    })),
  };
}

function bandOf(each: CaseSummary, today: LocalDate, sunday: LocalDate): Band {
  const due = [each.dueOn, each.totalDue].filter((on) => on !== '').toSorted()[0];
  if (due !== undefined && due <= today) return 'must-today';
  return due !== undefined && due <= sunday ? 'this-week' : 'new';
}

function sentenceOf(bands: Record<Band, CaseSummary[]>): string {
  const must = bands['must-today'].length;
  const waiting = bands.waiting.length;
  const first = must === 0 ? '今天没有到期必须办的事' : `今天有 ${must} 件必须办`;
  return `${first},${waiting} 件在等别人办理。`;
}
