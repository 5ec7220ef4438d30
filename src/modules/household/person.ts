import type { Sealed } from '../../kernel/sealed.ts';

/** A member's identity, kept apart from the facts by member id. */
export type Person = {
  readonly memberId: string;
  readonly name: string;
  readonly idNumber: Sealed | null;
  readonly phone: Sealed | null;
};

/** Where the money goes, once there is any. */
export type Account = {
  readonly bank: string;
  readonly holder: string;
  readonly number: Sealed;
};
