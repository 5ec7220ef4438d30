import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandContract, QueryContract, Schema, ValueOf } from '../../kernel/contract.ts';
import { parsed, type Router } from '../../platform/http/route.ts';
import { anyone } from './access.ts';

export type PublicCall<Body> = {
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A route before sign-in, or about the session itself. Listed like every other; `perMinute` is per address. */
export function publicCommand<Body>(
  router: Router,
  contract: CommandContract<Body, never> | CommandContract<Body>,
  perMinute: number,
  handle: (call: PublicCall<Body>) => Promise<unknown>,
): void {
  router.entries.push({ contract: contract as CommandContract, access: anyone });
  router.app.route({
    method: contract.method,
    url: `/api${contract.path}`,
    config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
    handler: async (request, reply) => {
      const body = parsed(contract.body as Schema<Body>, request.body ?? {});
      return (await handle({ body, request, reply })) ?? {};
    },
  });
}

export function publicQuery<Contract extends QueryContract>(
  router: Router,
  contract: Contract,
  handle: (call: Omit<PublicCall<never>, 'body'>) => Promise<ValueOf<Contract['answer']>>,
): void {
  router.entries.push({ contract, access: anyone });
  router.app.get(`/api${contract.path}`, async (request, reply) => handle({ request, reply }));
}
