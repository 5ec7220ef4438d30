import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type FilingRefusal =
  | 'filing-exists'
  | 'filing-decision-unknown'
  | 'filing-twice'
  | 'filing-case-repeated'
  | 'filing-late-unexplained'
  | 'filing-not-sent'
  | 'filing-already-received'
  | 'filing-own-receipt';

const messages: { readonly [Code in FilingRefusal]: readonly [string, Refusal['citation']] } = {
  'filing-exists': ['这份备案表已经报送，请另行报送。', cite('DL-17')],
  'filing-decision-unknown': [
    '名单中有不是本乡镇作出的决定，或者没有找到的办件，请刷新名单后重新报送。',
    cite('DL-17', 'DL-02'),
  ],
  'filing-twice': ['名单中有已经报送备案的决定，请刷新名单后重新报送。', cite('DL-17')],
  'filing-case-repeated': ['名单中同一件决定列了两次，请删去重复的后重新报送。', cite('DL-17')],
  'filing-late-unexplained': [
    '名单中有超过报送期限的决定，请在说明中写明迟报的原因后再报送。',
    cite('DL-17'),
  ],
  'filing-not-sent': ['没有找到已经报送的备案表。', cite('DL-17')],
  'filing-already-received': ['这份备案表已经接收，不需要重复接收。', cite('DL-17')],
  'filing-own-receipt': ['报送的人不能自己接收，请由县级其他人员接收。', cite('JT-06')],
};

/** Every "no" of 备案, with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(messages).map(([code, [message, citation]]) => [
    code,
    { code, message, citation },
  ]),
) as { readonly [Code in FilingRefusal]: Refusal<Code> };
