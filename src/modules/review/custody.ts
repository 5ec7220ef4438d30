import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { EventMeta } from '../../kernel/slot.ts';
import type { Sealed } from '../../kernel/sealed.ts';

/** Why somebody else keeps the passbook or bank card (DB-26). */
export const custodyReasons = {
  old: '高龄',
  disabled: '残疾',
  ill: '患病',
  mind: '认知障碍',
  other: '其他',
} as const;
export type CustodyReason = keyof typeof custodyReasons;

/** Who signs for the recipient. */
export const custodySigners = { self: '本人', guardian: '监护人' } as const;
export type CustodySigner = keyof typeof custodySigners;

/** Somebody of the township, the village or the institution who keeps it. */
export type Keeper = {
  readonly name: string;
  /** 单位、职务 */
  readonly unit: string;
  readonly phone: Sealed;
  /** To the recipient: 村干部、供养机构 and so on. */
  readonly relation: string;
};

/** What the agreement says; it is printed from here and signed by all three. */
export type ArrangedCustody = {
  readonly id: string;
  readonly keeper: Keeper;
  readonly reason: CustodyReason;
  readonly note: string;
  readonly signer: CustodySigner;
  /** Name of whoever agrees: the recipient or the guardian. */
  readonly signedBy: string;
  readonly witness: string;
};

export type Custody = ArrangedCustody & {
  readonly arrangedOn: LocalDate;
  readonly arrangedBy: string;
  /** From the signed agreement on. */
  readonly begun: { readonly on: LocalDate; readonly agreement: FileRef } | null;
  /** 报县级备案 */
  readonly filed: { readonly on: LocalDate; readonly by: string } | null;
  readonly ended: {
    readonly on: LocalDate;
    readonly reason: string;
    /** Who got the passbook back. */
    readonly receivedBy: string;
    readonly receipt: FileRef;
  } | null;
};

export type CustodyEvent =
  | { readonly type: 'CustodyArranged'; readonly custody: ArrangedCustody }
  | { readonly type: 'CustodyBegun'; readonly on: LocalDate; readonly agreement: FileRef }
  | { readonly type: 'CustodyFiled' }
  | ({ readonly type: 'CustodyEnded' } & NonNullable<Custody['ended']>);

/** The custody of now: arranged or running. */
export function openCustody(custodies: readonly Custody[]): Custody | undefined {
  const last = custodies.at(-1);
  return last && !last.ended ? last : undefined;
}

/** The custodies after one more event; what was arranged and never signed is replaced by a new agreement. */
export function custodiesAfter(
  custodies: readonly Custody[],
  event: CustodyEvent,
  { actor, occurredOn }: EventMeta,
): readonly Custody[] {
  if (event.type === 'CustodyArranged') {
    const kept = custodies.filter(({ begun }) => begun !== null);
    const untouched = { begun: null, filed: null, ended: null };
    return [...kept, { ...event.custody, arrangedOn: occurredOn, arrangedBy: actor, ...untouched }];
  }
  const change = changeBy(event, { actor, occurredOn });
  return custodies.map((each, index) =>
    index === custodies.length - 1 ? { ...each, ...change } : each,
  );
}

function changeBy(
  event: Exclude<CustodyEvent, { type: 'CustodyArranged' }>,
  { actor, occurredOn }: Pick<EventMeta, 'actor' | 'occurredOn'>,
): Partial<Custody> {
  const { type, ...told } = event;
  if (type === 'CustodyFiled') return { filed: { on: occurredOn, by: actor } };
  return type === 'CustodyBegun'
    ? { begun: told as NonNullable<Custody['begun']> }
    : { ended: told as NonNullable<Custody['ended']> };
}

/** Where the keeper's number is sealed to. */
export function custodyPhoneContext(benefitId: string, custodyId: string): string {
  return `benefit:${benefitId}:custody:${custodyId}`;
}
