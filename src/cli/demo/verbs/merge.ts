import { randomUUID } from 'node:crypto';
import { proposeMerge } from '../../../modules/review/merge-contract.ts';
import { mergedFacts } from '../../../modules/review/merged-facts.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { seenBenefit } from './review.ts';

type Seen = Awaited<ReturnType<typeof seenBenefit>>;

function partOf({ state }: Seen) {
  const { enrolment, deaths } = state;
  const facts = enrolment?.facts as HouseholdFacts | null;
  if (!facts) throw new Error('no facts');
  const dead = deaths.map(({ memberId }) => memberId);
  return { facts, people: enrolment?.people ?? [], dead };
}

type Merge = Parameters<typeof tryMerge>;

/** Both families in one, the newcomers each in this relation to the head; answers whatever came back. */
export async function tryMerge(
  desk: Desk,
  benefitId: string,
  otherId: string,
  relation: 'parent' | 'spouse',
): Promise<Reply> {
  return (await readyToMerge(desk, benefitId, otherId, relation))();
}

/** All papers at hand; proposed when called. */
export async function readyToMerge(
  ...[desk, benefitId, otherId, relation]: Merge
): Promise<() => Promise<Reply>> {
  const own = await seenBenefit(desk, benefitId);
  const other = await seenBenefit(desk, otherId);
  const { facts, people } = mergedFacts(partOf(own), partOf(other));
  const newcomers = people.map(({ memberId }) => memberId);
  const members = facts.members.map((each) =>
    newcomers.includes(each.id) ? { ...each, relation } : each,
  );
  const paper = (what: string) => uploadPaper(desk, `${what} ${benefitId.slice(0, 8)}`);
  const body = {
    ...{ id: randomUUID(), otherId, happenedOn: own.today, reason: '已迁到一处共同生活。' },
    ...{ facts: { ...facts, members }, people },
    authorisations: await Promise.all(people.map(({ from }) => paper(`合户授权书 ${from}`))),
    files: [await paper('合户后的户口簿')],
  };
  return () => desk.give(proposeMerge, { benefitId }, body as never, { ifMatch: own.version });
}
