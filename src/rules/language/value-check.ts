import { boundsOf } from './bounds.ts';
import { isCases, readCases } from './cases.ts';
import { ruleOf } from './bound-set.ts';
import { frameOf } from './bind.ts';
import type { RuleSetText } from './declaration.ts';
import { readParameter } from './parameter-value.ts';
import { reachFrom } from './reach.ts';
import { figureFaults, rowFaults } from './row-check.ts';

/**
 * What is wrong with one value of a place by itself, in Chinese, for checking a file entry by entry. What
 * several values do together (a circle through two of them) shows when they are bound.
 */
export function valueFaults(text: RuleSetText, name: string, json: unknown): string[] {
  const parameter = text.parameters.find((each) => each.name === name);
  if (!parameter) return [`没有这个参数：${name}`];
  const { readAs } = parameter;
  if (readAs) {
    const side = readAs.residence === 'urban' ? '城市' : '农村';
    return [`就是 ${readAs.name} 的${side}值，不能另外写，请删去这一条`];
  }
  const faults: string[] = [];
  const fault = (message: string): null => {
    faults.push(message);
    return null;
  };
  if (!isCases(parameter) || json === 'not-used') {
    readParameter({ codes: text.codes, fault }, parameter, json);
    return faults;
  }
  const cases = readCases(json, fault);
  const frame = frameOf(text);
  if (!cases || !frame.ok) return faults;
  const rule = ruleOf(parameter, new Map([[name, cases]]));
  faults.push(...rowFaults(text.codes, frame.rules.scope, rule));
  if (faults.length > 0) return faults;
  faults.push(...figureFaults(boundsOf(frame.rules), rule, parameter.range));
  for (const [index, row] of cases.rows.entries()) {
    const alone = ruleOf(parameter, new Map([[name, { ...cases, rows: [row] }]]));
    const { parameters } = reachFrom(frame.rules, [alone], () => null);
    if (parameters.has(name)) {
      faults.push(`第${index + 1}行“${row.title}”：循环引用，用到了由它自己得出的数`);
    }
  }
  return faults;
}
