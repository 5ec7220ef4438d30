import { type Fen, formatYuan } from '../../kernel/fen.ts';
import type { Actor } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type BudgetRefusal, budgetRefusals } from './budget-refusal.ts';
import type {
  BudgetItem,
  BudgetPaper,
  FundDocumentEvent,
  FundDocumentState,
} from './fund-document.ts';
import { type Pot, residences, sources } from './pot.ts';
import { type PaidScheme, paidSchemes } from './roll.ts';

type Answer = Decision<FundDocumentEvent, BudgetRefusal>;
type By = { readonly by: Pick<Actor, 'person'> };
type SchemePot = Pot & { readonly scheme: PaidScheme };

function no(code: BudgetRefusal, about = ''): Answer & { ok: false } {
  const refusal = budgetRefusals[code];
  return refused(about === '' ? refusal : { ...refusal, message: `${refusal.message}${about}` });
}

/** How far a sum may lie from what a year usually takes before it is asked about: yuan as fen is a hundred times. */
const UNLIKELY = 20;

export type BudgetGiven = {
  readonly today: LocalDate;
  readonly isKnown: boolean;
  /** What is left of each pot of the year. */
  readonly pots: readonly SchemePot[];
  /** What a year takes of each scheme, by what was provided or promised before; nothing where nobody can say. */
  readonly usual: readonly (Pick<BudgetItem, 'scheme'> & { readonly amount: Fen })[];
};

/** Enters a paper; nothing is in the books before somebody else agrees. */
export function enterBudget(
  paper: BudgetPaper,
  state: FundDocumentState,
  given: BudgetGiven,
): Answer {
  if (state) return no('budget-entered');
  if (given.isKnown) return no('budget-document-twice');
  const year = Number(given.today.slice(0, 4));
  const last = paper.kind === 'carry-over' ? year : year + 1;
  if (paper.year < year - 1 || paper.year > last) return no('budget-year-wrong');
  const fault = itemFault(paper);
  if (fault) return fault;
  const short = shortOf(paper, given.pots);
  if (short) return no('budget-below-used', short);
  const unlikely = paper.confirmed ? '' : unlikelySum(paper, given.usual);
  if (unlikely !== '') return no('budget-implausible', unlikely);
  return happened<FundDocumentEvent>({ type: 'BudgetEntered', ...paper });
}

function itemFault({ items, kind }: BudgetPaper): (Answer & { ok: false }) | null {
  const pots = items.map(({ source, scheme, residence }) => `${source} ${scheme} ${residence}`);
  if (new Set(pots).size < pots.length) return no('budget-pot-twice');
  const isWrong = (amount: Fen) => (kind === 'adjustment' ? amount === 0 : amount <= 0);
  if (items.some(({ amount }) => isWrong(amount))) return no('budget-sum-wrong');
  const less = items.filter(({ amount }) => amount < 0);
  const more = items.filter(({ amount }) => amount > 0);
  const crosses = less.some((from) =>
    more.some((to) => to.scheme !== from.scheme || to.source !== from.source),
  );
  return crosses ? no('budget-crosses') : null;
}

/** The first pot a paper takes more from than is left of it. */
function shortOf(
  { items, kind }: Pick<BudgetPaper, 'items' | 'kind'>,
  pots: readonly SchemePot[],
): string | null {
  for (const item of items) {
    const taken = kind === 'carry-over' ? item.amount : -item.amount;
    if (taken <= 0) continue;
    const pot = pots.find(
      ({ source, scheme, residence }) =>
        source === item.source && scheme === item.scheme && residence === item.residence,
    );
    const left = Math.max(0, pot?.left ?? 0) as Fen;
    if (taken > left) return `${itemWords(item)}还剩 ${formatYuan(left)} 元。`;
  }
  return null;
}

function unlikelySum({ items, kind }: BudgetPaper, usual: BudgetGiven['usual']): string {
  if (kind === 'carry-over') return '';
  for (const item of items) {
    const year = usual.find(({ scheme }) => scheme === item.scheme)?.amount ?? 0;
    if (year <= 0) continue;
    const sum = Math.abs(item.amount);
    if (sum < year * UNLIKELY && sum * UNLIKELY * UNLIKELY > year) continue;
    const usually = formatYuan(year as Fen);
    return `${itemWords(item)}填了 ${formatYuan(item.amount)} 元，这个项目一年通常 ${usually} 元。`;
  }
  return '';
}

function itemWords({ source, scheme, residence }: Omit<BudgetItem, 'amount'>): string {
  return `${sources[source]}${paidSchemes[scheme]}（${residences[residence]}）`;
}

/** Somebody else agrees: the sums come into the books. What it takes away must still be there. */
export function approveBudget(
  { opinion }: { opinion: string },
  state: FundDocumentState,
  given: By & { readonly pots: readonly SchemePot[] },
): Answer {
  const fault = checkFault(state, given.by);
  if (fault) return fault;
  const short = state && shortOf(state, given.pots);
  if (short) return no('budget-below-used', short);
  return happened<FundDocumentEvent>({ type: 'BudgetApproved', opinion });
}

export function declineBudget(
  { reason }: { reason: string },
  state: FundDocumentState,
  { by }: By,
): Answer {
  return checkFault(state, by) ?? happened<FundDocumentEvent>({ type: 'BudgetDeclined', reason });
}

function checkFault(state: FundDocumentState, by: By['by']): (Answer & { ok: false }) | null {
  if (state?.status !== 'entered') return no('budget-checked');
  return state.entered.by === by.person ? no('budget-own-check') : null;
}
