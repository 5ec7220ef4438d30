/**
 * A sensitive text as it is kept: encrypted, with its last characters for the screen and a keyed index for
 * equality. The pure core sees only this; the plain text exists at the door and behind "查看".
 */
export type Sealed = {
  /** Ciphertext envelope, bound to table, column and row. */
  readonly cipher: string;
  /** Last 4 characters, for `**************123X`. */
  readonly tail: string;
  /** Blind index (HMAC-SM3 of the normalised text): equal texts have equal indexes. */
  readonly index: string;
};
