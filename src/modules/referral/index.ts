export type { ReferralEvent, ReferralState } from './referral.ts';
export { needTitles, outcomeTitles, referralSlot } from './referral.ts';
