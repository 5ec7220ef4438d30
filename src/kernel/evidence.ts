/** A stored file as an event refers to it. The hash is SM3 of the original bytes. */
export type FileRef = {
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
};

/** A handwritten signature: an image made on the screen, or a scan of the signed paper. */
export type Signature = {
  readonly name: string;
  readonly image: FileRef;
};
