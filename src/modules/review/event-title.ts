import type { BenefitEvent } from './benefit-event.ts';

/** What happened, as the history of a household names it. */
export const eventTitles: { readonly [Type in BenefitEvent['type']]: string } = {
  BenefitOpened: '列入救助对象名册',
  ExistingBenefitRegistered: '登记原有救助对象',
  RegisteredBenefitConfirmed: '复核登记无误',
  RegisteredBenefitRejected: '退回登记',
  ReviewStarted: '开始定期核查',
  CheckRecorded: '登记核查情况',
  ReviewConcluded: '作出核查结论',
  DeathReported: '登记成员死亡',
};
