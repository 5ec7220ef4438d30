import type { LocalDate } from '../../../kernel/local-date.ts';
import * as adjust from '../../../modules/review/adjustment-contract.ts';
import {
  adjustmentGrounds,
  type AdjustmentKind,
  adjustmentKinds,
  answerKinds,
  recipientRoles,
} from '../../../modules/review/adjustment.ts';
import { newKey } from '../../../ui/intent.ts';
import { type ActSpec, type BenefitShown, fileIn, filesIn, optionsFrom } from './act-spec.ts';
import { memberOptions } from './review-spec.ts';

export const propose = (view: BenefitShown, kind: AdjustmentKind | null): ActSpec => ({
  name: 'propose',
  contract: adjust.proposeAdjustment,
  about: '金额由核算结果决定，不能手改。减发、停发以前须书面告知并听取意见。',
  fields: [
    { key: 'ground', label: '调整事由', is: 'code', options: optionsFrom(adjustmentGrounds) },
    { key: 'kind', label: '调整种类', is: 'code', options: optionsFrom(adjustmentKinds) },
    { key: 'reasons', label: '理由', is: 'text', lines: 4 },
    {
      key: 'files',
      label: '附件',
      is: 'files',
      optional: true,
      hint: '自愿退出的附书面申请；拒不配合的附两次以上书面要求',
    },
    {
      key: 'memberId',
      label: '拒绝就业的成员',
      is: 'code',
      options: memberOptions(view),
      optional: true,
      hint: '其他事由不填',
    },
    { key: 'reduceBy', label: '减去其本人的份额', is: 'money', optional: true },
    {
      key: 'waive',
      label: '因错误多发的',
      is: 'code',
      options: optionsFrom({ no: '追回', yes: '不予追回（写明理由）' }),
      optional: true,
      hint: '更正原决定时填写；少发的一律补发',
    },
  ],
  initial: {
    ...{ ground: hasOpenError(view) ? 'error' : 'reassessed', kind, reasons: '', files: [] },
    ...{ memberId: null, reduceBy: null, waive: null },
  },
  bodyOf: ({ memberId, reduceBy, files, waive, ...form }) => ({
    id: newKey(),
    ...form,
    files: filesIn(files),
    waive: waive === 'yes',
    refuser: memberId === null ? null : { memberId, reduceBy },
  }),
});

function hasOpenError({ state }: BenefitShown): boolean {
  const last = state.errors.at(-1);
  return last !== undefined && !last.corrected;
}

const YES_NO = optionsFrom({ yes: '是', no: '否' });

export const judgeTolerance = (view: BenefitShown): ActSpec => ({
  name: 'tolerance',
  contract: adjust.judgeTolerance,
  about:
    '履职尽责、客观原因所致、及时纠正，三条都符合的可以认定尽职免责。系统只记录，由您认定；参与过的人不能认定。',
  fields: [
    { key: 'goodFaith', label: '是否履职尽责、没有私心', is: 'code', options: YES_NO },
    { key: 'objectiveCause', label: '是否客观原因所致', is: 'code', options: YES_NO },
    { key: 'inTime', label: '是否发现后及时纠正', is: 'code', options: YES_NO },
    {
      key: 'exempt',
      label: '认定结论',
      is: 'code',
      options: optionsFrom({ yes: '尽职免责', no: '不予免责' }),
    },
    { key: 'reasons', label: '理由', is: 'text', lines: 3 },
  ],
  initial: { goodFaith: null, objectiveCause: null, inTime: null, exempt: null, reasons: '' },
  bodyOf: ({ reasons, ...answers }) => ({
    errorId: view.state.errors.findLast(({ corrected }) => corrected)?.id ?? '',
    ...Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, value === null ? null : value === 'yes']),
    ),
    reasons,
  }),
});

export const withdraw = (): ActSpec => ({
  name: 'withdraw',
  contract: adjust.withdrawAdjustment,
  about: '听取意见后认为不应调整的，或者提出有误的，撤回；撤回的理由留在记录里。',
  fields: [{ key: 'reason', label: '撤回理由', is: 'text', lines: 2 }],
  initial: { reason: '' },
  bodyOf: (form) => form,
});

export const notice = (today: LocalDate, recipient: string): ActSpec => ({
  name: 'notice',
  contract: adjust.giveHearingNotice,
  about:
    '先打印告知书送达，再登记。告知之日起 5 个工作日（以本地规定为准）内可以陈述意见、要求听证。',
  fields: [
    { key: 'on', label: '告知日期', is: 'date' },
    { key: 'recipient', label: '签收人', is: 'text' },
    { key: 'role', label: '签收人身份', is: 'code', options: optionsFrom(recipientRoles) },
    { key: 'proof', label: '签收凭证', is: 'file' },
  ],
  initial: { on: today, recipient, role: 'recipient', proof: [] },
  bodyOf: ({ proof, ...form }) => ({ ...form, proof: fileIn(proof) }),
});

export const askHearing = (today: LocalDate): ActSpec => ({
  name: 'ask-hearing',
  contract: adjust.requestHearing,
  about: '登记后须举行听证，或者取得其书面放弃，才能决定。',
  fields: [{ key: 'on', label: '提出日期', is: 'date' }],
  initial: { on: today },
  bodyOf: (form) => form,
});

export const answer = (today: LocalDate): ActSpec => ({
  name: 'answer',
  contract: adjust.recordAnswer,
  about: '听证由没有参与核查、核算、提出意见的人主持。逾期没有提出的，期限届满次日起才能登记。',
  fields: [
    { key: 'kind', label: '结果', is: 'code', options: optionsFrom(answerKinds) },
    { key: 'on', label: '日期', is: 'date' },
    { key: 'content', label: '意见内容和处理', is: 'text', lines: 4 },
    { key: 'proof', label: '笔录或者书面放弃', is: 'file', optional: true },
  ],
  initial: { kind: 'statement', on: today, content: '', proof: [] },
  bodyOf: ({ proof, ...form }) => ({ ...form, proof: fileIn(proof) }),
});

export const post = (): ActSpec => ({
  name: 'post',
  contract: adjust.postTermination,
  about: '拟终止特困供养的，在村（社区）或者供养机构公示 7 天；未成年人不公示姓名。',
  fields: [
    { key: 'place', label: '张贴地点', is: 'text' },
    { key: 'photo', label: '张贴照片', is: 'file' },
  ],
  initial: { place: '', photo: [] },
  bodyOf: ({ photo, ...form }) => ({ id: newKey(), ...form, photo: fileIn(photo) }),
});

export const takeDown = (postingId: string): ActSpec => ({
  name: 'take-down',
  contract: adjust.takeDownTermination,
  about: '公示期满次日起撤下并拍照；有异议的可以先撤下。',
  fields: [{ key: 'photo', label: '撤下照片', is: 'file' }],
  initial: { photo: [] },
  bodyOf: ({ photo }) => ({ postingId, photo: fileIn(photo) }),
});

export const object = (today: LocalDate): ActSpec => ({
  name: 'object',
  contract: adjust.objectToTermination,
  about: '登记后 15 个工作日内核实办结；不成立的须再次公示。',
  fields: [
    { key: 'on', label: '提出日期', is: 'date' },
    { key: 'content', label: '异议内容', is: 'text', lines: 3 },
  ],
  initial: { on: today, content: '' },
  bodyOf: (form) => ({ id: newKey(), ...form }),
});

export const answerObjection = (objectionId: string): ActSpec => ({
  name: 'answer-objection',
  contract: adjust.answerTerminationObjection,
  about: '异议成立的，不再终止；不成立的，再次公示后才能决定。',
  fields: [
    {
      key: 'upheld',
      label: '异议是否成立',
      is: 'code',
      options: optionsFrom({ yes: '成立，不再终止', no: '不成立，再次公示' }),
    },
    { key: 'content', label: '核实情况', is: 'text', lines: 3 },
  ],
  initial: { upheld: null, content: '' },
  bodyOf: ({ upheld, content }) => ({
    objectionId,
    upheld: upheld === null ? null : upheld === 'yes',
    content,
  }),
});

export const decideAdjustment = (): ActSpec => ({
  name: 'decide',
  contract: adjust.decideAdjustment,
  about:
    '自作出决定的次月起执行。决定书写明理由和救济途径；参与过核查、核算、提出意见的人不能决定。',
  fields: [{ key: 'reasons', label: '决定理由', is: 'text', lines: 4 }],
  initial: { reasons: '' },
  bodyOf: (form) => form,
});

export const serve = (view: BenefitShown, recipient: string): ActSpec => {
  const endsTekun =
    view.state.enrolment?.scheme === 'tekun' && view.state.adjustments.at(-1)?.kind === 'stop';
  return {
    name: 'serve',
    contract: adjust.serveAdjustment,
    about: '登记决定书送达本人（监护人）的日期和凭证。',
    fields: [
      { key: 'on', label: '送达日期', is: 'date' },
      { key: 'recipient', label: '签收人', is: 'text' },
      { key: 'role', label: '签收人身份', is: 'code', options: optionsFrom(recipientRoles) },
      { key: 'proof', label: '送达凭证', is: 'file' },
      ...(endsTekun
        ? [{ key: 'villageToldOn', label: '送村（居）民委员会的日期', is: 'date' } as const]
        : []),
    ],
    initial: { on: view.today, recipient, role: 'recipient', proof: [], villageToldOn: null },
    bodyOf: ({ proof, ...form }) => ({ ...form, proof: fileIn(proof) }),
  };
};
