import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type DrawRefusal =
  | 'draw-exists'
  | 'draw-too-early'
  | 'draw-setting-differs'
  | 'draw-not-frozen'
  | 'draw-party-unknown'
  | 'draw-party-not-yours'
  | 'draw-party-same-person'
  | 'draw-already-committed'
  | 'draw-letter-missing'
  | 'draw-commitments-missing'
  | 'draw-no-beacon'
  | 'draw-beacon-early'
  | 'draw-beacon-shape'
  | 'draw-beacon-same-source'
  | 'draw-beacon-fixed'
  | 'draw-beacon-missing'
  | 'draw-beacon-differs'
  | 'draw-secret-given'
  | 'draw-secret-wrong'
  | 'draw-envelope-unproved'
  | 'draw-secrets-missing'
  | 'draw-done'
  | 'draw-not-done'
  | 'draw-visits-open'
  | 'draw-already-published';

const messages: { readonly [Code in DrawRefusal]: string } = {
  'draw-exists': '这个月的名单已经冻结，一个月只抽一次签，不能重来。',
  'draw-too-early': '这个月还没有结束，请在月末以后冻结名单。',
  'draw-setting-differs': '抽签方式与本县规定的不同，请按规定的方式选择公开号码。',
  'draw-not-frozen': '这个月的名单还没有冻结，请先冻结名单。',
  'draw-party-unknown': '这一方不参加本次抽签，请核对。',
  'draw-party-not-yours': '这一方的密数由它自己的人经手，请由该方的人办理。',
  'draw-party-same-person': '一个人只能代表一方，请由另外的人办理。',
  'draw-already-committed': '这一方的承诺值已经登记，不能更换。',
  'draw-letter-missing': '请上传这一方盖章的承诺单。',
  'draw-commitments-missing': '还有一方没有交承诺值，请等各方都交齐。',
  'draw-no-beacon': '本次抽签不用公开号码。',
  'draw-beacon-early': '还没有到约定的时间，请录入约定时间以后第一次公布的号码。',
  'draw-beacon-shape': '号码的写法不对，请按提示的写法录入。',
  'draw-beacon-same-source': '两个人要从两个不同的来源查号码，请换一个来源。',
  'draw-beacon-fixed': '公开号码已经由两个人核对一致，不能再改。',
  'draw-beacon-missing': '公开号码还没有由两个人从两个来源录入一致，请先录入。',
  'draw-beacon-differs': '两个人录入的公开号码不一致，请各自查对后重新录入。',
  'draw-secret-given': '这一方的密数已经交来，不需要重复。',
  'draw-secret-wrong': '密数与事先交来的承诺值不符，请核对；不能换用别的密数。',
  'draw-envelope-unproved': '拆密封件取密数的，请写明原因并上传拆封时的照片。',
  'draw-secrets-missing': '还有一方没有交密数；对方不交的，请拆密封件。',
  'draw-done': '已经抽签，结果不能更换，也不能重抽。',
  'draw-not-done': '还没有抽签，请先抽签。',
  'draw-visits-open': '抽中的户还没有全部核查完，也没有满 30 天，现在不能公开。',
  'draw-already-published': '抽签过程已经公开，不能重复。',
};

/** Every "no" of the draw, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, message]) => [
    code,
    { code, message, citation: cite('DL-13') },
  ]),
) as { readonly [Code in DrawRefusal]: Refusal<Code> };
