import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../src/cli/assess.ts';
import { allFlows } from '../src/modules/case/flow.ts';
import { roleTitles } from '../src/modules/identity/index.ts';
import { createStandards } from '../src/modules/standards/store.ts';
import { procedureParameters } from '../src/rules/procedure.ts';

const FOLDER = fileURLToPath(new URL('../docs/generated', import.meta.url));

/** The pages that follow from the code: the procedure step by step, and every parameter of it. */
export function pages(): Record<string, string> {
  return { 'flow.md': flowPage(), 'parameters.md': parameterPage() };
}

export function generateDocs(args: readonly string[], io: Io): number {
  let stale = 0;
  for (const [name, text] of Object.entries(pages())) {
    const path = join(FOLDER, name);
    const now = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (now === text) continue;
    stale += 1;
    if (args.includes('--check'))
      io.err(`docs/generated/${name} 已过期,请运行 npm run generate -- docs`);
    else {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(path, text);
    }
  }
  return args.includes('--check') && stale > 0 ? 1 : 0;
}

function flowPage(): string {
  const sections = allFlows.map((flow) => {
    const title = flow.route === 'township' ? '乡镇确认(已赋权)' : '县级确认(普通程序)';
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
    return `## 低保 · ${title} · 第 ${flow.version} 版\n\n${[...head, ...rows].join('\n')}\n\n总时限:${titleOf(flow.totalLimit)}。\n`;
  });
  return `# 办理流程\n\n由 src/modules/case/flow.ts 生成,请勿手工修改。\n\n${sections.join('\n')}`;
}

function parameterPage(): string {
  const procedure = createStandards().procedureOf('511702', '2026-07-01' as never);
  const rows = procedureParameters.map(({ name, title, rule }) => {
    const { value, from } = procedure[name as keyof typeof procedure];
    return row([title, `\`${name}\``, text(value), from.placeName, from.document ?? '—', rule]);
  });
  const head = [row(['参数', '代码', '值', '来源地', '文号', '依据']), row(Array(6).fill('---'))];
  return `# 程序参数\n\n由 regions/ 生成(通川区,2026-07-01),请勿手工修改。\n\n${[...head, ...rows].join('\n')}\n`;
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
