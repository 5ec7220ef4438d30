import { addDays, formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { CertifiedAct } from '../../rules/procedure.ts';
import { actTitles } from './act.ts';
import { type TrainingRefusal, refusals } from './refusal.ts';

export type CertificateSeen = {
  readonly person: string;
  readonly act: CertifiedAct;
  readonly until: LocalDate;
  /** '' while it was not taken back. */
  readonly revokedOn: string;
};

export type ActStanding = {
  readonly is: 'held' | 'soon' | 'lapsed' | 'revoked' | 'none';
  /** Last day of the newest certificate; '' where there never was one. */
  readonly until: LocalDate | '';
};

/** How somebody stands with one act today: `soon` within the days in which they may renew. */
export function standingIn(
  certificates: readonly CertificateSeen[],
  today: LocalDate,
  warnDays: number,
): ActStanding {
  const newest = certificates.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  const valid = newest.filter(({ revokedOn }) => revokedOn === '').at(-1);
  if (valid && valid.until >= today) {
    return { is: valid.until > addDays(today, warnDays) ? 'held' : 'soon', until: valid.until };
  }
  const last = newest.at(-1);
  if (!last) return { is: 'none', until: '' };
  return { is: last.revokedOn === '' ? 'lapsed' : 'revoked', until: last.until };
}

/** The refusal for somebody who may not do the act today, and how to regain it; null for whoever may. */
export function hindranceOf(asked: {
  readonly act: CertifiedAct;
  /** Of somebody else who takes part; '' for whoever gives the command. */
  readonly name: string;
  readonly certificates: readonly CertificateSeen[];
  /** Courses that give the certificate, as they are offered now. */
  readonly courses: readonly string[];
  readonly today: LocalDate;
}): Refusal<TrainingRefusal> | null {
  const { is, until } = standingIn(asked.certificates, asked.today, 0);
  if (is === 'held' || is === 'soon') return null;
  const who = asked.name === '' ? '您' : asked.name;
  const title = actTitles[asked.act];
  const had: { readonly [Key in typeof is]: string } = {
    none: `${who}还没有取得证书`,
    lapsed: `${who}的证书已于${until === '' ? '' : formatDate(until)}到期`,
    revoked: `${who}的证书已被撤销`,
  };
  const courses = asked.courses.map((course) => `《${course}》`).join('或者');
  const way =
    courses === ''
      ? '县里还没有发布相应的课程，请联系县民政局。'
      : `请在“我的培训”里学习${courses}并通过测试，取得证书当时即可办理。`;
  const refusal = refusals[is === 'lapsed' ? 'certificate-lapsed' : 'certificate-missing'];
  return { ...refusal, message: `${title}须持有效的培训证书，${had[is]}。${way}` };
}
