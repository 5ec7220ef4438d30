import { dayOf } from '../../kernel/clock.ts';
import { formatDate } from '../../kernel/local-date.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import { reconfirm } from './reconfirm.ts';
import { roundEnds } from './round.ts';
import * as contract from './reconfirmation-contract.ts';
import { countRound, listReconfirmations, type RoundCount } from './reconfirmation-store.ts';
import { requireFiles } from './require-files.ts';
import { demandsOn } from './store.ts';

/** 年度重新确认: the family's declaration of the year, and the list of who has not declared (DB-30, DB-31). */
export function registerReconfirmations(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.reconfirm,
    access: access.Reconfirm,
    more: ({ tx, body }) => requireFiles(tx, body.files, 'files'),
    decide: reconfirm,
  });
  const { reconfirmationList } = contract;
  queryRoute(router, reconfirmationList, access.ReconfirmationList, async (call) => {
    const { tx, asker, search, context } = call;
    const today = dayOf(context.clock.now());
    const year = Number(today.slice(0, 4));
    const { township, ...rest } = search;
    const area = township?.startsWith(asker.area) ? township : asker.area;
    const dueOn = roundEnds(demandsOn(standards, asker.area, today));
    if (!dueOn) return { ...NONE, year };
    const counts = await countRound(tx, { area: asker.area, today });
    const { rows, next } = await listReconfirmations(tx, { ...rest, area, today });
    const own = counts.filter((each) => area.startsWith(each.township) || area === asker.area);
    return {
      ...{ dueOn, year, next },
      sentence: `${year} 年度应确认 ${sum(counts, 'asked')} 户，已确认 ${sum(counts, 'done')} 户，其中有变化 ${sum(counts, 'changed')} 户；${formatDate(dueOn)}前办结。到期没有确认的只列出，不自动停发。`,
      households: rows.map(({ area: village, township: code, ...row }) => ({
        ...row,
        townshipName: standards.nameOf(code),
        villageName: standards.nameOf(village),
      })),
      count: countOf(own, search.show),
      townships: counts.map(({ township: code, asked, done }) => ({
        ...{ code, asked, done },
        name: standards.nameOf(code),
      })),
    };
  });
}

const NONE = {
  ...{ dueOn: '', next: null, count: 0, households: [], townships: [] },
  sentence: '本地没有实行年度重新确认。实行的，在本地规定里填写办结的月份。',
};

function sum(counts: readonly RoundCount[], of: 'asked' | 'done' | 'changed'): number {
  return counts.reduce((total, each) => total + each[of], 0);
}

function countOf(counts: readonly RoundCount[], show: 'open' | 'changed' | 'done'): number {
  if (show === 'open') return sum(counts, 'asked') - sum(counts, 'done');
  return sum(counts, show);
}
