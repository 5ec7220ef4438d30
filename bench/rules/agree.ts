import { assessScheme } from '../../src/rules/assess.ts';
import { type ResultChunk, type Results, resultAt } from '../../src/rules/bulk/result.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { fractionOf } from '../../src/rules/language/rational.ts';
import type { CFloor } from './c-floor.ts';
import { DAY } from './county.ts';
import { regionAt } from './engine.ts';
import type { HandResult } from './hand-column.ts';
import type { PeerResult } from './peer.ts';

/** Nothing is timed before every way has given the same results. Each of these throws at the first difference. */

export function agreeWithHand(results: Results, byHand: readonly HandResult[]): void {
  for (const [number, chunk] of results.chunks.entries()) {
    const hand = byHand[number];
    for (let index = 0; index < chunk.households; index += 1) {
      const found = foundAt(results, chunk, index);
      const size = hand?.size[index];
      const [top = 0, bottom = 1] = [hand?.top[index], hand?.bottom[index]];
      const isSame =
        found.size === size &&
        found.eligible === (hand?.eligible[index] === 1) &&
        found.amount === hand?.amount[index] &&
        found.top * bottom === found.bottom * top;
      if (!isSame) throw new Error(`household ${chunk.first + index}: not as by hand`);
    }
  }
}

function foundAt(results: Results, chunk: ResultChunk, index: number) {
  const figure = (name: string) => {
    const result = resultAt(results, chunk, index, name);
    if (result === null || typeof result === 'boolean' || typeof result === 'string') {
      throw new Error(`household ${chunk.first + index}: ${name} is no figure`);
    }
    const { top, bottom } = fractionOf(result);
    return { top: Number(top), bottom: Number(bottom) };
  };
  const { top, bottom } = figure('perCapitaIncome');
  return {
    ...{ top, bottom, size: figure('householdSize').top, amount: figure('monthlyAmount').top },
    eligible: resultAt(results, chunk, index, 'eligible'),
  };
}

export function agreeInC({ eligible, amount }: CFloor, byHand: readonly HandResult[]): void {
  const byHandTogether = { eligible: 0, amount: 0 };
  for (const chunk of byHand) {
    for (const each of chunk.eligible) byHandTogether.eligible += each;
    for (const each of chunk.amount) byHandTogether.amount += each;
  }
  const isSame = eligible === byHandTogether.eligible && amount === byHandTogether.amount;
  if (!isSame) throw new Error('C: not as by hand');
}

/** The path one case takes, with its explanation, against the whole caseload's. */
export function agreeWithSingle(results: Results, families: readonly HouseholdFacts[]): void {
  for (const [index, facts] of families.entries()) {
    const chunk = results.chunks[0];
    const single = assessScheme('dibao', facts, regionAt(facts.place), { on: DAY });
    if (!chunk || !single.ok) throw new Error(`household ${index} cannot be decided`);
    const { outcome, monthlyAmount } = single.assessment;
    const found = foundAt(results, chunk, index);
    const isSame = found.eligible === (outcome === 'eligible') && found.amount === monthlyAmount;
    if (!isSame) throw new Error(`household ${index}: not as one by one`);
  }
}

export async function agreeWithPeer(
  results: Results,
  families: readonly HouseholdFacts[],
  decide: (facts: HouseholdFacts) => Promise<PeerResult>,
): Promise<void> {
  for (const [index, facts] of families.entries()) {
    const chunk = results.chunks[0];
    const peer = await decide(facts);
    const found = chunk && foundAt(results, chunk, index);
    if (found?.eligible !== peer.eligible || found.amount !== peer.amount) {
      throw new Error(`household ${index}: not as json-rules-engine`);
    }
  }
}
