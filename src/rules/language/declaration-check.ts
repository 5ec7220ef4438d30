import type { Level, Parameter, RuleSetText } from './declaration.ts';
import type { RuleFault } from './named.ts';
import { parseType, type Type } from './type.ts';

/** What can be wrong with a declaration by itself; units and names of formulas are checked by type. */
export function declarationFaults(text: RuleSetText): RuleFault[] {
  const faults: RuleFault[] = [];
  const check = (name: string, type: string, kindFault: (type: Type) => string | null) => {
    const read = parseType(type);
    if (!read) return;
    const message = kindFault(read) ?? listFault(text, read);
    if (message) faults.push({ rule: name, message });
  };
  for (const { name, type } of [...text.fields, ...text.rules]) {
    check(name, type, (read) =>
      read.kind === 'cases' || read.kind === 'table' ? '只有参数可以是这种类型' : null,
    );
  }
  for (const parameter of text.parameters) {
    check(parameter.name, parameter.type, (read) => parameterFault(parameter, read));
  }
  return faults;
}

function parameterFault(parameter: Parameter, type: Type): string | null {
  const level: Level = parameter.level ?? 'area';
  if (type.kind !== 'cases' && level !== 'area') return '只有按情形的规定（cases）可以声明层级';
  if (type.kind === 'cases' && type.of.kind === 'code' && parameter.mayBeUnused) {
    return '得出代码的规定不能不使用，请在代码表里写明“没有”的代码';
  }
  if (type.kind !== 'table') return null;
  const untitled = [...type.columns.keys()].find((name) => !parameter.columns?.[name]);
  return untitled === undefined ? null : `标准表的列没有中文名称（columns）：${untitled}`;
}

function listFault(text: RuleSetText, type: Type): string | null {
  if (type.kind === 'cases') return listFault(text, type.of);
  if (type.kind === 'table') {
    const [wrong] = [...type.columns.values()].map((each) => listFault(text, each)).filter(Boolean);
    if (wrong) return wrong;
  }
  if (type.kind !== 'code' && type.kind !== 'codes' && type.kind !== 'table') return null;
  return Object.hasOwn(text.codes, type.list) ? null : `没有这个代码表：${type.list}`;
}
