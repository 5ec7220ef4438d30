import { z } from 'zod';
import type { RouteEntry } from './route.ts';

/** OpenAPI 3.1 from the registered contracts: what a screen does, anybody can read here. */
export function openApiOf(entries: readonly RouteEntry[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const entry of entries) {
    const path = `/api${entry.contract.path}`.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.contract.method.toLowerCase()]: operationOf(entry) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '一门 · Yimen', version: '1' },
    paths,
    components: { responses: { problem: problemResponse } },
  };
}

const problemResponse = {
  description: '拒绝或错误（RFC 9457）',
  content: { 'application/problem+json': { schema: { type: 'object' } } },
};

function operationOf({ contract, access }: RouteEntry): Record<string, unknown> {
  const parameters = [...contract.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const answer = 'answer' in contract ? schemaOf(contract.answer) : { type: 'object' };
  return {
    operationId: contract.name,
    summary: contract.title,
    description: access.sentence,
    'x-roles': access.roles,
    parameters,
    ...('body' in contract
      ? { requestBody: { content: { 'application/json': { schema: schemaOf(contract.body) } } } }
      : {}),
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: answer } } },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

function schemaOf(schema: unknown): unknown {
  return schema instanceof z.ZodType
    ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    : {};
}
