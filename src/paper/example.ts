import { exampleCollective } from './example-collective.ts';
import { exampleDispatch } from './example-dispatch.ts';
import { exampleDecisions } from './example-decision.ts';
import { exampleForms } from './example-form.ts';
import { exampleInquiries } from './example-inquiry.ts';
import { exampleLetters } from './example-letter.ts';
import { exampleTraining } from './example-training.ts';
import type { DataOf, PaperName } from './index.ts';

/** One full example of every paper, for tests, the demo and the guides; all persons are synthetic. */
export const example: { readonly [Name in PaperName]: DataOf<Name> } = {
  ...exampleLetters,
  ...exampleInquiries,
  ...exampleDecisions,
  ...exampleCollective,
  ...exampleDispatch,
  ...exampleForms,
  ...exampleTraining,
};
