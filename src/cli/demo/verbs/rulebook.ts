import * as contract from '../../../modules/rulebook/contract.ts';
import type { Desk, Reply } from '../desk.ts';

/** A working rule of a place; the id is `place-rule`. What is left out is taken as usual. */
export function ruleText(changed: Readonly<Record<string, unknown>> = {}) {
  return {
    title: '入户调查制度',
    documentNumber: '通川民发〔2026〕1号',
    issuer: '通川区民政局',
    issuedOn: '2026-01-05',
    effectiveFrom: '2026-01-10',
    text: '第一条 入户调查由两名以上调查人员进行，出示证件，说明来意。\n第二条 调查表由调查人员和在场家庭成员分别签字。',
    ...changed,
  };
}

export async function publishRule(
  desk: Desk,
  ruleId: string,
  changed: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const { body } = await desk.ask(contract.workingRuleView, { ruleId });
  const options = body.streamVersion > 0 ? { ifMatch: body.streamVersion } : {};
  return desk.must(contract.publishWorkingRule, { ruleId }, ruleText(changed), options);
}

export async function readRule(desk: Desk, ruleId: string, version: number): Promise<Reply> {
  return desk.must(contract.readWorkingRule, { ruleId }, { version });
}
