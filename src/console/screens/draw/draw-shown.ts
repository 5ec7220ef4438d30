import type { ValueOf } from '../../../kernel/contract.ts';
import type { drawView } from '../../../modules/draw/contract.ts';

/** A draw as its page has it. */
export type DrawShown = ValueOf<(typeof drawView)['answer']>;
