/** Why a line is not paid now. Nobody loses anything by it: what was held is paid with a later roll. */
export const holds = {
  'not-compared': '登记还没有经第二人核对',
  death: '家庭成员死亡待核实',
  'two-schemes': '家庭成员同时享受另一项救助',
  'no-account': '没有发放账户',
  'other-holder': '账户户名不是家庭成员',
  'shared-account': '一个账户有几名发放对象',
  'returned-before': '上次退票，账户还没有更正',
} as const;
export type Hold = keyof typeof holds;

/** What is known of a recipient when the roll is built. */
export type Standing = {
  readonly isCompared: boolean;
  readonly hasOpenDeath: boolean;
  readonly account: { readonly holder: string; readonly isChecked: boolean } | null;
  /** Names of the family. */
  readonly names: readonly string[];
};

/**
 * Why this recipient is not paid now, the gravest first; '' when there is nothing. An account two people checked may
 * be a guardian's; any other must be in the name of one of the family (TH-07).
 */
export function holdOf({ isCompared, hasOpenDeath, account, names }: Standing): Hold | '' {
  if (!isCompared) return 'not-compared';
  if (hasOpenDeath) return 'death';
  if (!account) return 'no-account';
  return account.isChecked || names.includes(account.holder) ? '' : 'other-holder';
}
