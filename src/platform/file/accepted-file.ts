/** What we keep as evidence. */
export type FileKind = 'jpeg' | 'png' | 'pdf';

/** What the camera wrote beside the picture; kept apart because the copy people see carries none of it. */
export type CaptureRecord = {
  /** The camera's own clock, "2026-11-20 09:12:33", without a zone. */
  readonly takenAt?: string;
  /** Degrees, north and east positive (WGS-84). */
  readonly latitude?: number;
  readonly longitude?: number;
};

/** A file that is what it claims to be, with the copy people may see: one JPEG per page. */
export type AcceptedFile = {
  readonly ok: true;
  readonly kind: FileKind;
  readonly name: string;
  readonly pages: readonly Buffer[];
  readonly capture: CaptureRecord;
};

/** The sentence tells the person at the counter what is wrong and what to do. */
export type FileRefusal = { readonly ok: false; readonly message: string };

export function refuseFile(message: string): FileRefusal {
  return { ok: false, message };
}
