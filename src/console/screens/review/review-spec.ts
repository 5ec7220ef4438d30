import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/review/contract.ts';
import * as adjust from '../../../modules/review/adjustment-contract.ts';
import {
  careIndicators,
  changeChannels,
  changeKinds,
  checkMethods,
  followUpOutcomes,
  workAnswers,
} from '../../../modules/review/benefit-event.ts';
import { newKey } from '../../../ui/intent.ts';
import { type ActSpec, type BenefitShown, fileIn, filesIn, optionsFrom } from './act-spec.ts';

const CHECKERS = 'case-officer,investigator,window-clerk,poster,aid-officer,inspector,verifier';

/** Who may be chosen, by name. */
export function memberOptions({ state }: BenefitShown) {
  return (state.enrolment?.people ?? []).map(({ memberId, name }) => ({
    value: memberId,
    label: name,
  }));
}

export const confirmRegistration = (): ActSpec => ({
  name: 'confirm',
  contract: contract.confirmRegisteredBenefit,
  about: '请逐项对照原批准文件扫描件。复核无误后列入名册，按期核查。',
  fields: [],
  initial: {},
  bodyOf: () => ({}),
});

export const rejectRegistration = (): ActSpec => ({
  name: 'reject',
  contract: contract.rejectRegisteredBenefit,
  about: '退回后不列入名册；更正后须重新登记。',
  fields: [{ key: 'reason', label: '退回理由', is: 'text', lines: 2 }],
  initial: { reason: '' },
  bodyOf: (form) => form,
});

export const startReview = (): ActSpec => ({
  name: 'start-review',
  contract: contract.startReview,
  about: '开始后登记入户或者核对的情况，再作核查结论；下次核查期限从核查之日重新起算。',
  fields: [],
  initial: {},
  bodyOf: () => ({ reviewId: newKey() }),
});

export const extendReview = (): ActSpec => ({
  name: 'extend-review',
  contract: contract.extendReview,
  about: '仅限重大突发事件，写明是哪一次、依据哪份文件；延长期间待遇照常发放。',
  fields: [
    { key: 'until', label: '延长到', is: 'date' },
    { key: 'emergency', label: '重大突发事件和依据', is: 'text', lines: 2 },
    { key: 'basis', label: '依据文件', is: 'file' },
  ],
  initial: { until: null, emergency: '', basis: [] },
  bodyOf: ({ basis, ...form }) => ({ ...form, basis: fileIn(basis) }),
});

export const recordCheck = (today: LocalDate): ActSpec => ({
  name: 'record-check',
  contract: contract.recordCheck,
  about: '入户核查不少于 2 人。可以登记几次，例如入户一次、核对一次。',
  fields: [
    { key: 'method', label: '核查方式', is: 'code', options: optionsFrom(checkMethods) },
    { key: 'on', label: '核查日期', is: 'date' },
    { key: 'checkers', label: '核查人员', is: 'people', roles: CHECKERS },
    {
      key: 'reference',
      label: '核对报告编号或者突发事件名称',
      is: 'text',
      optional: true,
      hint: '入户核查的不填',
    },
    { key: 'findings', label: '核查情况', is: 'text', lines: 4 },
    { key: 'files', label: '照片和材料', is: 'files', optional: true },
  ],
  initial: { method: 'visit', on: today, checkers: [], reference: '', findings: '', files: [] },
  bodyOf: ({ files, ...form }) => ({ ...form, files: filesIn(files) }),
});

export const concludeReview = (): ActSpec => ({
  name: 'conclude',
  contract: contract.concludeReview,
  about: '没有明显变化的，金额不变；有变化的，再按变化后的情况重新核算。',
  fields: [
    {
      key: 'outcome',
      label: '核查结论',
      is: 'code',
      options: optionsFrom({ unchanged: '没有明显变化', changed: '有变化，重新核算' }),
    },
    { key: 'note', label: '说明', is: 'text', lines: 3 },
  ],
  initial: { outcome: 'unchanged', note: '' },
  bodyOf: (form) => form,
});

export const reportDeath = (view: BenefitShown): ActSpec => ({
  name: 'death',
  contract: contract.reportDeath,
  about: '登记后三个月内须核查该户并办理增发、减发或者停发。',
  fields: [
    { key: 'memberId', label: '成员', is: 'code', options: memberOptions(view) },
    { key: 'diedOn', label: '死亡日期', is: 'date' },
    { key: 'source', label: '信息来源', is: 'text' },
  ],
  initial: { memberId: null, diedOn: null, source: '' },
  bodyOf: (form) => ({ deathId: newKey(), ...form }),
});

export const reportChange = (today: LocalDate): ActSpec => ({
  name: 'change',
  contract: adjust.reportChange,
  about: '家庭成员、收入、财产变了，家庭应当及时报告。登记后按变化后的情况重新核算。',
  fields: [
    { key: 'kind', label: '变化种类', is: 'code', options: optionsFrom(changeKinds) },
    { key: 'what', label: '变了什么', is: 'text', lines: 2 },
    { key: 'channel', label: '来源', is: 'code', options: optionsFrom(changeChannels) },
    { key: 'happenedOn', label: '变化发生的日期', is: 'date' },
  ],
  initial: { kind: null, what: '', channel: 'family', happenedOn: today },
  bodyOf: (form) => ({ id: newKey(), ...form }),
});

export const takeBackReport = ({ state }: BenefitShown): ActSpec => {
  const name = (memberId: string) =>
    state.enrolment?.people.find((each) => each.memberId === memberId)?.name ?? '';
  const deaths = state.deaths
    .filter(({ settledOn }) => !settledOn)
    .map(({ id, memberId, diedOn }) => ({ value: id, label: `${name(memberId)}${diedOn}死亡` }));
  const changes = state.changes
    .filter(({ settledOn }) => !settledOn)
    .map(({ id, what }) => ({ value: id, label: what }));
  return {
    name: 'take-back-report',
    contract: adjust.takeBackReport,
    about:
      '登记有误的，由登记人以外的人员核实后更正；原登记和更正都保留，因此暂缓的发放随下一批补发。',
    fields: [
      { key: 'reportId', label: '有误的登记', is: 'code', options: [...deaths, ...changes] },
      { key: 'reason', label: '怎样有误，怎样核实的', is: 'text', lines: 2 },
      { key: 'files', label: '证明材料', is: 'files' },
    ],
    initial: { reportId: null, reason: '', files: [] },
    bodyOf: ({ files, ...form }) => ({ changeId: newKey(), ...form, files: filesIn(files) }),
  };
};

export const recordWorkOffer = (view: BenefitShown): ActSpec => ({
  name: 'work',
  contract: adjust.recordWorkOffer,
  about: '有劳动能力、没有就业的成员无正当理由连续三次拒绝介绍的工作，只影响其本人的份额。',
  fields: [
    { key: 'memberId', label: '成员', is: 'code', options: memberOptions(view) },
    { key: 'on', label: '介绍日期', is: 'date' },
    { key: 'offer', label: '介绍的工作', is: 'text' },
    { key: 'answer', label: '答复', is: 'code', options: optionsFrom(workAnswers) },
    { key: 'note', label: '说明', is: 'text', optional: true },
  ],
  initial: { memberId: null, on: view.today, offer: '', answer: null, note: '' },
  bodyOf: (form) => ({ id: newKey(), ...form }),
});

export const reportCareChange = (view: BenefitShown): ActSpec => ({
  name: 'care-change',
  contract: adjust.reportCareChange,
  about: '登记后县级民政部门在 10 个工作日内重新评估自理能力。',
  fields: [{ key: 'what', label: '自理能力有什么变化', is: 'text', lines: 2 }],
  initial: { what: '' },
  bodyOf: (form) => ({ id: newKey(), memberId: view.state.enrolment?.head ?? '', ...form }),
});

const ABILITY = optionsFrom({ yes: '能', no: '不能' });

export const assessCare = (): ActSpec => ({
  name: 'care',
  contract: adjust.recordCareAssessment,
  about: '六项都能为全自理，一至三项不能为半护理，四项以上不能为全护理；档次和金额由规则算出。',
  fields: [
    ...Object.entries(careIndicators).map(
      ([key, label]) => ({ key, label, is: 'code', options: ABILITY }) as const,
    ),
    { key: 'assessors', label: '评估人员', is: 'people', roles: CHECKERS },
    { key: 'file', label: '评估表', is: 'file' },
  ],
  initial: {
    ...Object.fromEntries(Object.keys(careIndicators).map((key) => [key, null])),
    assessors: [],
    file: [],
  },
  bodyOf: ({ assessors, file, ...answers }) => ({
    id: newKey(),
    indicators: Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, value === null ? null : value === 'yes']),
    ),
    assessors,
    file: fileIn(file),
  }),
});

export const recordFollowUp = (): ActSpec => ({
  name: 'follow-up',
  contract: adjust.recordFollowUp,
  about: '停发以后，看该户是否符合低保边缘、刚性支出、临时救助等；符合的协助申请。',
  fields: [
    { key: 'outcome', label: '结果', is: 'code', options: optionsFrom(followUpOutcomes) },
    { key: 'note', label: '说明', is: 'text', lines: 2 },
  ],
  initial: { outcome: null, note: '' },
  bodyOf: (form) => form,
});
