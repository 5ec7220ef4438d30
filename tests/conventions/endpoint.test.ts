import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../../src/kernel/contract.ts';
import type { RouteEntry } from '../../src/platform/http/route.ts';
import { type County, openCounty } from '../county.ts';
import { CODE, isTest, placesOf, readSources, type Source } from './source.ts';

const HAN = /[一-鿿]/;

function endpointFaults(entries: readonly RouteEntry[]): string[] {
  const names = entries.map(({ contract }) => contract.name);
  return [
    ...entries.flatMap(entryFaults),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name}:重名`),
  ];
}

function entryFaults({ contract, access }: RouteEntry): string[] {
  const { name, title, path } = contract;
  const faults: string[] = [];
  if (!/^[A-Z][A-Za-z]+$/.test(name)) faults.push(`${name}:名称写法`);
  if (!HAN.test(title) || /[a-z]{4}/i.test(title)) faults.push(`${name}:没有中文标题`);
  if (!HAN.test(access.sentence) || !access.sentence.endsWith('。')) {
    faults.push(`${name}:没有说明谁可以办`);
  }
  // Before sign-in, about the session itself, and for the public there is no role.
  const isOpen = /^\/(sign-in|sign-out|session|public)\b/.test(path);
  if (access.roles.length === 0 && !isOpen) faults.push(`${name}:没有岗位`);
  const parts = path.split('/').slice(1);
  if (!parts.every((part) => /^(:[a-z][A-Za-z]*|[a-z0-9]+(-[a-z0-9]+)*)$/.test(part))) {
    faults.push(`${name}:路径写法 ${path}`);
  }
  return faults;
}

type OpenApi = { readonly paths: Record<string, Record<string, { operationId: string }>> };

/** Registered, but not in the published list. */
function unlisted(entries: readonly RouteEntry[], { paths }: OpenApi): string[] {
  return entries
    .filter(({ contract }) => {
      const path = `/api${contract.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`;
      return paths[path]?.[contract.method.toLowerCase()]?.operationId !== contract.name;
    })
    .map(({ contract }) => contract.name);
}

/** Where routes may be made. Everywhere else they go through the registry. */
const routeMakers: Readonly<Record<string, string>> = {
  'src/platform/http/route.ts': 'the registry itself',
  'src/server/app.ts': 'health, metrics, OpenAPI: no act of a person',
  'src/server/console.ts': 'the files of the console',
  'src/server/check-page.ts': 'what the code on a paper opens, for anybody',
  'src/modules/identity/public-route.ts': 'signing in, registered too: nobody is signed in yet',
};

function routesPastRegistry(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !(path in routeMakers))
    .flatMap((source) =>
      placesOf(/\b(app|http|fastify|server)\.(get|post|put|patch|delete|route|all)\(/, source),
    );
}

describe('接口', () => {
  let county: County;
  beforeAll(async () => {
    county = await openCounty();
  });
  afterAll(() => county.close());

  test('每个接口都有中文标题、谁可以办的一句话、岗位和规范的路径', () => {
    expect(county.app.routes.length).toBeGreaterThan(60);
    expect(endpointFaults(county.app.routes)).toEqual([]);
  });

  test('公开的接口清单一个不少', async () => {
    const reply = await county.app.http.inject({ url: '/api/openapi.json' });
    expect(reply.statusCode).toBe(200);
    const listed = reply.json<OpenApi>();
    expect(unlisted(county.app.routes, listed)).toEqual([]);
    const { [Object.keys(listed.paths)[0] ?? '']: _, ...rest } = listed.paths;
    expect(unlisted(county.app.routes, { paths: rest }).length).toBeGreaterThan(0);
  });

  test('没有绕过登记的接口', () => {
    const server = readSources(CODE).filter(
      ({ path }) => !isTest(path) && !/^src\/(ui|console)\//.test(path),
    );
    expect(routesPastRegistry(server)).toEqual([]);
  });
});

describe('接口检查本身', () => {
  const answer = { parse: () => ({}) };
  const contract = query({ name: 'Sample', method: 'GET', path: '/a', title: '样例', answer });
  const access = { roles: ['chair'], sentence: '由本辖区的乡镇负责人办理。' };

  test.each([
    ['没有中文标题', { contract: { ...contract, title: 'Sample' }, access }],
    ['没有一句话', { contract, access: { ...access, sentence: '' } }],
    ['一句话没写完', { contract, access: { ...access, sentence: '由乡镇办理' } }],
    ['没有岗位', { contract, access: { ...access, roles: [] } }],
    [
      '不是登录却不要岗位',
      { contract: { ...contract, path: '/sign-input' as '/a' }, access: { ...access, roles: [] } },
    ],
    ['路径有大写', { contract: { ...contract, path: '/caseList' as '/a' }, access }],
    ['名称有小写开头', { contract: { ...contract, name: 'sample' }, access }],
  ])('%s,查得出来', (_title, entry) => {
    expect(endpointFaults([entry])).toHaveLength(1);
  });

  test('重名、未公开、绕过登记,都查得出来', () => {
    expect(
      endpointFaults([
        { contract, access },
        { contract, access },
      ]),
    ).toEqual(['Sample:重名']);
    expect(unlisted([{ contract, access }], { paths: {} })).toEqual(['Sample']);
    const text = "router.app.get('/api/secret', () => 1);";
    expect(routesPastRegistry([{ path: 'src/modules/case/routes.ts', text }])).toHaveLength(1);
  });
});
