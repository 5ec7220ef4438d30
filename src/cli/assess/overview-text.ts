import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { Overview } from '../../rules/overview.ts';
import { SCHEME, type Scheme, schemes } from '../../rules/scheme.ts';
import { OUTCOME, yuanOf } from './officer-sheet.ts';

/** One application, every scheme, at a glance: who qualifies, what shuts what out, what is missing, how far off. */
export function overviewText(overview: Overview, regionName: string, on: LocalDate): string[] {
  const met = overview.qualifies.map(({ scheme }) => SCHEME[scheme]);
  return [
    `一次申请、分类审核认定  ${regionName}  基准日 ${formatDate(on)}`,
    `符合：${met.length === 0 ? '没有' : met.join('、')}`,
    ...overview.notes,
    ...schemes.flatMap((scheme) => ['', ...schemeLines(overview, scheme)]),
  ];
}

/** The scheme that leaves no room for this one; null where this one stands for itself. 特困 is a person's choice. */
function shutOutBy({ qualifies, results }: Overview, scheme: Scheme): Scheme | null {
  const result = results[scheme];
  if (result.ok && result.assessment.outcome === 'eligible') return null;
  if (scheme === 'tekun') return null;
  const found = qualifies.find((each) => each.scheme !== 'tekun' && each.shutsOut.includes(scheme));
  return found?.scheme ?? null;
}

function schemeLines(overview: Overview, scheme: Scheme): string[] {
  const result = overview.results[scheme];
  const instead = shutOutBy(overview, scheme);
  if (instead) return [`${SCHEME[scheme]}：不另行认定（已符合${SCHEME[instead]}）`];
  if (!result.ok) {
    return [
      `${SCHEME[scheme]}：不能核算`,
      `  ${result.refusal.message}（${result.refusal.citation.rule}）`,
    ];
  }
  const { assessment } = result;
  return [
    `${SCHEME[scheme]}：${OUTCOME[assessment.outcome]}${amountText(assessment)}`,
    ...detailLines(assessment).map((line) => `  ${line}`),
  ];
}

function amountText({ scheme, outcome, monthlyAmount }: Assessment): string {
  if (outcome !== 'eligible' || scheme === 'margin' || scheme === 'rigid') return '';
  return scheme === 'temporary' ? `，${yuanOf(monthlyAmount)}` : `，每月 ${yuanOf(monthlyAmount)}`;
}

function detailLines(result: Assessment): string[] {
  const persons = result.persons.filter(({ outcome }) => outcome !== 'not-eligible');
  return [
    ...(result.missing.length > 0
      ? [`还需要：${result.missing.map((each) => each.text).join('、')}`]
      : []),
    ...(result.wouldChange === '' ? [] : [`离线多远：${result.wouldChange}`]),
    ...persons.map((each) => {
      const amount = each.outcome === 'eligible' ? `，每月 ${yuanOf(each.amount)}` : '';
      return `${each.name}：${OUTCOME[each.outcome]}，${each.text}${amount}`;
    }),
    ...(result.exit?.applies ? [`可以渐退，每月 ${yuanOf(result.exit.amount)}`] : []),
  ];
}

/** What the family is told, one paragraph for each scheme that is not settled by another. */
export function familyText(overview: Overview): string[] {
  return schemes.flatMap((scheme) => {
    if (shutOutBy(overview, scheme)) return [];
    const result = overview.results[scheme];
    const told = result.ok
      ? result.assessment.plainWords
      : '现在还不能核算：当地的规定没有全部录入，请向乡镇（街道）窗口询问。';
    return [`${SCHEME[scheme]}：${told}`];
  });
}
