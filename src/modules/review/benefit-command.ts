import type { CommandContract } from '../../kernel/contract.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { Access, CommandCall, Router } from '../../platform/http/route.ts';
import { type StreamCommand, streamCommand } from '../../platform/http/stream-command.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import type { BenefitGiven } from './decide.ts';
import { benefitGiven, isHiddenFrom } from './given.ts';
import { benefitKind } from './store.ts';

type Definition<Path extends `${string}:benefitId${string}`, Body, More> = {
  readonly contract: CommandContract<Body> & { readonly path: Path };
  readonly access: Access;
  readonly decide: (
    body: Body,
    state: BenefitState,
    given: BenefitGiven & More,
  ) => Decision<BenefitEvent>;
  /** What the decider needs besides, read in the same transaction. */
  readonly more?: (
    call: CommandCall<Path, Body>,
    loaded: Loaded<BenefitState>,
    given: BenefitGiven,
  ) => Promise<More>;
} & Pick<
  StreamCommand<BenefitState, BenefitEvent, Path, Body, BenefitGiven & More>,
  'authority' | 'then' | 'locks'
>;

/** Registers a command on a household of the register; time, person and procedure are given to its decider. */
export function benefitCommand<Path extends `${string}:benefitId${string}`, Body, More = unknown>(
  router: Router,
  standards: Standards,
  { more, ...definition }: Definition<Path, Body, More>,
): void {
  streamCommand<BenefitState, BenefitEvent, Path, Body, BenefitGiven & More>(
    router,
    benefitKind(standards),
    {
      ...definition,
      id: ({ params }) => (params as { benefitId: string }).benefitId,
      hiddenFrom: isHiddenFrom,
      given: async (call, loaded) => {
        const given = benefitGiven(standards, call, loaded.area, loaded.state.enrolment?.scheme);
        return { ...given, ...((await more?.(call, loaded, given)) as More) };
      },
    },
  );
}
