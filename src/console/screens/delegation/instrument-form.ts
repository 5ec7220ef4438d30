import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PlaceCode } from '../../../kernel/place.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { correctInstrument } from '../../../modules/delegation/contract.ts';
import type { InstrumentContent } from '../../../modules/delegation/index.ts';
import type { Uploaded } from '../../../ui/upload.ts';

type InstrumentBody = ValueOf<(typeof correctInstrument)['body']>;

/** The instrument as it is being typed: what is not known yet is null. */
export type InstrumentForm = {
  readonly township: PlaceCode | null;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuerLevel: InstrumentContent['issuerLevel'] | null;
  readonly issuedOn: LocalDate | null;
  readonly scan: readonly Uploaded[];
  readonly mode: InstrumentContent['mode'] | null;
  readonly matters: readonly InstrumentContent['matters'][number][];
  readonly acts: readonly InstrumentContent['acts'][number][];
  readonly temporaryCeiling: Fen | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly provincialBasis: string;
};

export const emptyInstrument: InstrumentForm = {
  township: null,
  title: '',
  number: '',
  issuer: '',
  issuerLevel: 'county',
  issuedOn: null,
  scan: [],
  mode: 'own-name',
  matters: ['dibao'],
  acts: ['confirm', 'change', 'stop'],
  temporaryCeiling: null,
  from: null,
  to: null,
  provincialBasis: '',
};

export function formOf(content: InstrumentContent): InstrumentForm {
  const { hash, name, mime } = content.scan;
  return {
    ...content,
    scan: [{ id: hash, name, mediaType: mime, sizeBytes: 0 }],
    provincialBasis: content.provincialBasis ?? '',
  };
}

/** The body of the command; the contract's schema says what is still missing. */
export function contentOf(form: InstrumentForm): InstrumentBody {
  const [scan] = form.scan;
  return {
    ...form,
    scan: scan && { hash: scan.id, name: scan.name, mime: scan.mediaType },
    matters: [...form.matters],
    acts: [...form.acts],
    provincialBasis: form.provincialBasis.trim() === '' ? null : form.provincialBasis,
  } as InstrumentBody;
}
