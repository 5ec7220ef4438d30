import { instant } from '../../src/kernel/clock.ts';
import { fen } from '../../src/kernel/fen.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { type AuthorityQuestion, faultOf } from '../../src/modules/delegation/authority.ts';
import type { InstrumentContent, InstrumentState } from '../../src/modules/delegation/index.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { TOWNSHIP } from './office.ts';

/** Highest single 临时救助 of the township: some families ask for more. */
const CEILING = fen(200_000);

export function contentFrom(from: LocalDate): InstrumentContent {
  return {
    township: TOWNSHIP,
    title: '关于下放社会救助审核确认权限的决定',
    number: '通川府发〔2026〕1号',
    issuer: '通川区人民政府',
    issuerLevel: 'county',
    issuedOn: from,
    scan: { hash: 'f'.repeat(64), name: '赋权书.pdf', mime: 'application/pdf' },
    mode: 'own-name',
    matters: ['dibao', 'margin', 'rigid', 'tekun', 'temporary'],
    acts: ['confirm'],
    temporaryCeiling: CEILING,
    from,
    to: null,
    provincialBasis: '四川省人民政府规定〔2026〕1号',
  };
}

/** Entered and checked on a day before the walk begins. */
export function instrumentInForce(from: LocalDate): InstrumentState {
  const since = instant(Date.parse(`${from}T02:00:00Z`));
  return {
    content: contentFrom(from),
    status: 'in-force',
    writtenBy: ['aid'],
    checkedBy: 'aid-2',
    spans: [{ from: since, until: null }],
  };
}

type Asked = { readonly matter: Scheme; readonly amount: AuthorityQuestion['amount'] };

/** Whether the township may decide this today, as the deciding transaction asks (DL-02). */
export function authorityFor(
  instrument: InstrumentState,
  { matter, amount }: Asked,
  on: LocalDate,
): string | null {
  const question = { township: TOWNSHIP, matter, act: 'confirm', amount, on, at: null } as const;
  return faultOf(instrument, { ...question, basisRequired: on >= '2026-07-01' });
}
