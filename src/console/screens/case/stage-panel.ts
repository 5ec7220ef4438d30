import type { ValueOf } from '../../../kernel/contract.ts';
import type { caseView } from '../../../modules/case/contract.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';

/** What the case page gives to the panel of the stage that is open: the left side of the page. */
export type StagePanelProps = {
  readonly caseId: string;
  readonly version: number;
  readonly view: ValueOf<(typeof caseView)['answer']>;
  readonly state: MaskedCase;
  /** The role of the post in use; a panel shows its acts only to those who may do them. */
  readonly role: string;
  /** Call after a command succeeded: the page loads the case again. */
  readonly onDone: () => void;
};
