import { frameText } from '../frame.ts';
import type { Parameter } from '../language/declaration.ts';
import { procedureParameters } from '../procedure.ts';

type ProcedureParameter = (typeof procedureParameters)[number];

/** What a name of `parameter` stands for: a parameter of the five schemes, one of the procedure, or both. */
export type Declared = {
  readonly name: string;
  readonly title: string;
  readonly ofFrame: Parameter | null;
  readonly ofProcedure: ProcedureParameter | null;
};

const byName = new Map<string, Declared>();
for (const each of procedureParameters) {
  byName.set(each.name, { ...titled(each), ofFrame: null, ofProcedure: each });
}
for (const each of frameText.parameters) {
  const ofProcedure = byName.get(each.name)?.ofProcedure ?? null;
  byName.set(each.name, { ...titled(each), ofFrame: each, ofProcedure });
}

function titled({ name, title }: { readonly name: string; readonly title: string }) {
  return { name, title };
}

export function findDeclared(name: string): Declared | null {
  return byName.get(name) ?? null;
}

export const declaredNames: readonly string[] = [...byName.keys()];

/** `“低保标准”（standard）` as sentences begin. */
export function called(name: string): string {
  const declared = findDeclared(name);
  return declared ? `“${declared.title}”（${name}）` : `“${name}”`;
}
