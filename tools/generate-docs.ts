import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Io } from '../src/cli/assess.ts';
import type { CommandContract, QueryContract } from '../src/kernel/contract.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { Refusal } from '../src/kernel/outcome.ts';
import { allFlows } from '../src/modules/case/flow.ts';
import { type AccessRule, allRoles, roleTitles } from '../src/modules/identity/index.ts';
import { channelTitles } from '../src/modules/intake/contract.ts';
import { createStandards } from '../src/modules/standards/store.ts';
import { jsonSchemaOfFacts } from '../src/rules/facts.ts';
import { jsonSchemaOfPolicy } from '../src/rules/policy-check/policy-schema.ts';
import { procedureParameters } from '../src/rules/procedure.ts';
import { SCHEME, schemes } from '../src/rules/scheme.ts';
import { allCiting, coverage, coveragePage, readCoverage } from './law-coverage.ts';
import {
  householdTablePage,
  namePage,
  parameterPage as parameterPageOfPlaces,
} from './locality-page.ts';
import { paperPage } from './paper-page.ts';
import { workedExamplePage } from './worked-example-page.ts';

const FOLDER = fileURLToPath(new URL('../docs/generated', import.meta.url));

const MODULES = fileURLToPath(new URL('../src/modules', import.meta.url));

/** The pages that follow from the code: the procedure step by step, its parameters, every "no", who may do what, what places may lay down. */
async function pages(): Promise<Record<string, string>> {
  return {
    'flow.md': flowPage(),
    'parameters.md': parameterPage(),
    'refusals.md': await refusalPage(),
    'permissions.md': await permissionPage(),
    'law-coverage.md': coveragePage(coverage(readCoverage(), await allCiting())),
    'locality-parameter.md': parameterPageOfPlaces(),
    'locality-name.md': namePage(),
    'papers.md': paperPage(),
    'locality-schema.json': jsonText(jsonSchemaOfPolicy()),
    'household-schema.json': jsonText(jsonSchemaOfFacts()),
    'household-table.md': householdTablePage(),
    'worked-examples.md': workedExamplePage(),
  };
}

function jsonText(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export async function generateDocs(args: readonly string[], io: Io): Promise<number> {
  let stale = 0;
  for (const [name, text] of Object.entries(await pages())) {
    const path = join(FOLDER, name);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (now === text) continue;
    stale += 1;
    if (args.includes('--check'))
      io.err(`docs/generated/${name} 已过期，请运行 npm run generate -- docs`);
    else {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path, text);
    }
  }
  return args.includes('--check') && stale > 0 ? 1 : 0;
}

function flowPage(): string {
  const sections = allFlows.map((flow) => {
    const route = flow.route === 'township' ? '乡镇确认（已赋权）' : '县级确认（普通程序）';
    const way = flow.channel === 'ordinary' ? '' : ` · ${channelTitles[flow.channel]}`;
    const total = flow.totalLimit ? titleOf(flow.totalLimit) : '没有规定总时限，各环节按各自的时限';
    const rows = flow.stages.map((stage) =>
      row([
        stage.title,
        stage.office === 'township' ? '乡镇' : '县级',
        stage.roles.map((role) => roleTitles[role]).join('、'),
        stage.act,
        stage.clock ? titleOf(stage.clock.limit) : '—',
        stage.rules.join(' '),
      ]),
    );
    const head = [
      row(['环节', '办理层级', '岗位', '要办的事', '时限', '依据']),
      row(Array(6).fill('---')),
    ];
    return `## ${SCHEME[flow.scheme]}${way} · ${route} · 第 ${flow.version} 版\n\n${[...head, ...rows].join('\n')}\n\n总时限：${total}。\n`;
  });
  return `# 办理流程\n\n由 src/modules/case/flow.ts 生成，请勿手工修改。\n\n${sections.join('\n')}`;
}

function parameterPage(): string {
  const on = localDate('2026-07-01');
  const standards = createStandards();
  const found = new Map(
    schemes
      .flatMap((scheme) => Object.values(standards.procedureOf('511702', on, scheme)))
      .map((each) => [each.from.name, each] as const),
  );
  const rows = procedureParameters.flatMap(({ name, title, rule }) => {
    const one = found.get(name);
    if (!one) return [];
    const { value, from } = one;
    return [row([title, `\`${name}\``, text(value), from.placeName, from.document ?? '—', rule])];
  });
  const head = [row(['参数', '代码', '值', '来源地', '文号', '依据']), row(Array(6).fill('---'))];
  return `# 程序参数\n\n由 regions/ 生成（通川区，2026-07-01），请勿手工修改。\n\n${[...head, ...rows].join('\n')}\n`;
}

/** One file of every module that has it, with the module's name, in alphabetical order. */
async function inEveryModule<Content>(
  file: string,
): Promise<{ module: string; content: Content }[]> {
  const paths = globSync(`*/${file}`, { cwd: MODULES }).toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      module: path.split('/')[0] ?? '',
      content: (await import(pathToFileURL(join(MODULES, path)).href)) as Content,
    })),
  );
}

async function refusalPage(): Promise<string> {
  const found = await inEveryModule<{ refusals: Record<string, Refusal> }>('refusal.ts');
  const sections = found.map(({ module, content }) => {
    const rows = Object.values(content.refusals).map(({ code, message, citation }) =>
      row([`\`${code}\``, message, citation.rule, citation.source]),
    );
    const head = [row(['代码', '对办理人怎么说', '规则', '依据']), row(Array(4).fill('---'))];
    return `## ${module}\n\n${[...head, ...rows].join('\n')}\n`;
  });
  return `# 不能办理的情形\n\n由各模块的 refusal.ts 生成，请勿手工修改。\n\n${sections.join('\n')}`;
}

type Contract = CommandContract | QueryContract;

async function permissionPage(): Promise<string> {
  const contracts = new Map(
    (await inEveryModule<Record<string, unknown>>('*contract.ts'))
      .flatMap(({ content }) => Object.values(content).filter(isContract))
      .map((contract) => [contract.name, contract]),
  );
  const found = await inEveryModule<{ access: Record<string, AccessRule> }>('access.ts');
  const sections = found.map(({ module, content }) => {
    const rows = Object.entries(content.access).map(([name, { roles }]) => {
      const contract = contracts.get(name);
      return row([contract?.title ?? '—', `\`${name}\``, kindOf(contract), rolesText(roles)]);
    });
    const head = [row(['事项', '代码', '办理/查看', '岗位']), row(Array(4).fill('---'))];
    return `## ${module}\n\n${[...head, ...rows].join('\n')}\n`;
  });
  const intro =
    '由各模块的 access.ts 和 contract.ts、…-contract.ts 生成，请勿手工修改。岗位只在本辖区内有效。';
  return `# 谁可以办什么\n\n${intro}\n\n${sections.join('\n')}`;
}

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

function kindOf(contract: Contract | undefined): string {
  return contract?.method === 'GET' ? '查看' : '办理';
}

function rolesText(roles: AccessRule['roles']): string {
  return roles.length === allRoles.length
    ? '已登录的人员'
    : roles.map((role) => roleTitles[role]).join('、');
}

function titleOf(name: string): string {
  return procedureParameters.find((each) => each.name === name)?.title ?? name;
}

function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
