import { findArticle } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { actTitles } from './act.ts';
import type { HeldCertificate } from './training.ts';

type About = {
  readonly name: string;
  readonly unit: string;
  readonly course: string;
  readonly organ: string;
  readonly demo: boolean;
};

/** 培训合格证书: what was passed, which acts it opens and until when; one taken back says so. */
export function certificatePaperOf(
  { number, acts, from, until, revoked }: HeldCertificate,
  { name, unit, course, organ, demo }: About,
): DataOf<'training-certificate'> {
  const { instrument, article, gist } = findArticle('DL-07');
  return {
    head: { number, organ, date: from, demo },
    ...{ name, unit, course, passedOn: from, until },
    acts: acts.map((act) => actTitles[act]),
    basis: [{ source: `${instrument}${article}`, gist }],
    ...(revoked && { revoked: { on: revoked.on, because: revoked.reason } }),
  };
}
