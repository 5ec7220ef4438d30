import type { AssetFacts, IncomeFacts } from '../../rules/facts.ts';
import { sourceTitles, type VerificationSource } from '../../rules/procedure.ts';
import type { VerificationRequest } from './verification.ts';

/** What the amount of an answer is: worth of an asset, income of a month or a year, or no amount at all. */
export type AmountMeaning = 'value' | 'per-month' | 'per-year' | 'optional' | 'none';

/**
 * How an answer is held against the declaration: by worth (deposits), by number (houses), by income of a
 * year, by a status of the person, or not at all (it is only reported, HD-01).
 */
export type Comparison =
  | { readonly by: 'worth'; readonly asset: AssetFacts['kind'] }
  | { readonly by: 'number'; readonly asset: AssetFacts['kind'] }
  | { readonly by: 'income'; readonly incomes: readonly IncomeFacts['kind'][] }
  | { readonly by: 'status' }
  | { readonly by: 'nothing' };

export type Item = {
  readonly title: string;
  readonly sources: readonly VerificationSource[];
  readonly amount: AmountMeaning;
  readonly compare: Comparison;
};

const everySource = Object.keys(sourceTitles) as VerificationSource[];
const note: Comparison = { by: 'nothing' };
const status: Comparison = { by: 'status' };
const worth = (asset: AssetFacts['kind']): Comparison => ({ by: 'worth', asset });
const number = (asset: AssetFacts['kind']): Comparison => ({ by: 'number', asset });
const income = (...incomes: IncomeFacts['kind'][]): Comparison => ({ by: 'income', incomes });

const define = (
  title: string,
  sources: readonly VerificationSource[],
  amount: AmountMeaning,
  compare: Comparison,
): Item => ({ title, sources, amount, compare });

/** Everything a source may answer. The code is stored, the title is what people type and files carry. */
export const items = {
  nothing: define('无记录', everySource, 'none', note),
  /** The source could not be asked; the reason stands in the text. It is not "nothing found". */
  unavailable: define('无法查询', everySource, 'none', note),
  registered: define('户籍在册', ['household-register'], 'none', note),
  'moved-out': define('户籍已迁出', ['household-register'], 'none', status),
  'in-prison': define('正在服刑', ['household-register'], 'none', status),
  married: define('已婚', ['marriage'], 'none', status),
  divorced: define('离婚', ['marriage'], 'none', status),
  unmarried: define('未婚', ['marriage'], 'none', note),
  dead: define('已死亡', ['death', 'household-register'], 'none', status),
  'taxed-income': define(
    '个人所得（全年）',
    ['tax'],
    'per-year',
    income('wage', 'business', 'rent', 'interest', 'dividend'),
  ),
  'contribution-base': define(
    '社保缴费基数（每月）',
    ['social-insurance'],
    'per-month',
    income('wage'),
  ),
  pension: define(
    '养老金（每月）',
    ['social-insurance'],
    'per-month',
    income('pension', 'basic-pension'),
  ),
  unemployment: define(
    '失业保险金（每月）',
    ['social-insurance'],
    'per-month',
    income('unemployment'),
  ),
  house: define('住房', ['real-estate'], 'optional', number('house')),
  'non-residential': define('非居住用房', ['real-estate'], 'optional', number('non-residential')),
  'market-entity': define('市场主体', ['market-entity'], 'optional', number('market-entity')),
  'housing-fund-base': define(
    '公积金缴存基数（每月）',
    ['housing-fund'],
    'per-month',
    income('wage'),
  ),
  'housing-fund-balance': define('公积金余额', ['housing-fund'], 'value', note),
  vehicle: define('机动车', ['vehicle'], 'optional', number('vehicle')),
  boat: define('船舶', ['vehicle'], 'optional', number('vehicle')),
  deposit: define('存款', ['deposit'], 'value', worth('deposit')),
  insurance: define('商业保险', ['commercial-insurance'], 'value', worth('insurance')),
  securities: define('证券', ['securities'], 'value', worth('securities')),
  fund: define('基金', ['securities'], 'value', worth('fund')),
  'internet-finance': define(
    '互联网金融资产',
    ['internet-finance'],
    'value',
    worth('internet-finance'),
  ),
  'payment-balance': define('支付账户余额', ['non-bank-payment'], 'value', worth('deposit')),
} as const satisfies Record<string, Item>;

export type ItemCode = keyof typeof items;

export function findItem(code: string): Item | undefined {
  return Object.hasOwn(items, code) ? items[code as ItemCode] : undefined;
}

export function itemTitle(code: string): string {
  return findItem(code)?.title ?? code;
}

/** In words; a source of the county's own is called by its words. */
export function sourceTitle(code: string): string {
  return Object.hasOwn(sourceTitles, code) ? sourceTitles[code as VerificationSource] : code;
}

/** What a source may be answered with, in the order of the list above. */
export function itemsOf(
  source: string,
  named: VerificationRequest['named'] = [],
): readonly ItemCode[] {
  const own = named.find((each) => each.source === source)?.items;
  return (Object.keys(items) as ItemCode[]).filter(
    (code) =>
      (items[code].sources as readonly string[]).includes(source) ||
      (own && (own.includes(code) || items[code].sources === everySource)),
  );
}

/** The code of a source or an item as a file writes it: the Chinese title or the code itself. */
export function sourceNamed(text: string, own: readonly string[]): string | undefined {
  const known = everySource.find((code) => code === text || sourceTitles[code] === text);
  return known ?? own.find((each) => each === text);
}

export function itemNamed(text: string): ItemCode | undefined {
  const written = text.normalize('NFKC');
  return (Object.keys(items) as ItemCode[]).find(
    (code) => code === written || items[code].title.normalize('NFKC') === written,
  );
}
