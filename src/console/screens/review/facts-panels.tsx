import type { Masked } from '../../../modules/case/index.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { EconomyLedger } from '../intake/economy-ledger.tsx';
import { FamilyLedgers } from '../intake/family-ledgers.tsx';
import { formOf, type IntakeForm } from '../intake/intake-form.ts';
import { PropertyQuestions } from '../intake/property-questions.tsx';
import type { BenefitShown } from './act-spec.ts';

/** The form of the intake, filled with the facts as they were at the last decision. */
export function formFrom({ state }: BenefitShown): IntakeForm {
  const { enrolment, deaths } = state;
  const dead = new Set(deaths.map(({ memberId }) => memberId));
  const people = (enrolment?.people ?? []).map(({ memberId, name, idNumber, phone }) => ({
    memberId,
    name,
    idNumber,
    phone,
  }));
  const facts = enrolment?.facts as unknown as Masked<HouseholdFacts> | null;
  const declaration = facts && { facts, people, account: null, address: null, reason: '' };
  const asCase = {
    household: { declaration },
    course: { village: enrolment?.village ?? null },
  } as unknown as Parameters<typeof formOf>[0];
  const form = formOf(asCase, newKey);
  return { ...form, members: form.members.filter(({ id }) => !dead.has(id)) };
}

type Ledgers = Parameters<typeof FamilyLedgers>[0] & Parameters<typeof PropertyQuestions>[0];

/** The family's facts in the ledgers of the intake. */
export function FactsPanels(shared: Ledgers) {
  return (
    <>
      <Panel title="家庭成员">
        <FamilyLedgers {...shared} />
      </Panel>
      <Panel title="收入">
        <EconomyLedger list="incomes" {...shared} />
        <EconomyLedger list="transfersPaid" {...shared} />
      </Panel>
      <Panel title="财产">
        <EconomyLedger list="assets" {...shared} />
        <PropertyQuestions {...shared} />
      </Panel>
      <Panel title="赡养、抚养、扶养人">
        <EconomyLedger list="supporters" {...shared} />
      </Panel>
      <Panel title="支出">
        <EconomyLedger list="spendings" {...shared} />
      </Panel>
    </>
  );
}
