import type { Sealed } from '../../kernel/sealed.ts';
import type { SealedField } from '../../platform/crypto/sealed.ts';
import type { Context } from '../../platform/http/context.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { notCountedIn } from '../intake/index.ts';
import { findCovered, findHits, findRecognised } from '../intake/store.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import {
  type DeclarationBody,
  declareHousehold,
  recordArrival,
  recordDeparture,
  typedText,
} from './contract.ts';
import * as decide from './decide.ts';
import * as decideMember from './record-member-change.ts';
import type { Account, Declaration, Person } from './household.ts';
import { identityFaults } from './identity.ts';
import { withMember } from './member-change.ts';
import { sealContext } from './seal-context.ts';

export function registerHousehold(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: declareHousehold,
    access: access.DeclareHousehold,
    more: async ({ body, context, tx }, { id, area, state }, { today }) => {
      const before = state.household.declaration;
      const people = body.people.map((each) => sealPerson(context, id, each, before));
      checkKept(context, id, body, people);
      const { accepted } = state.intake;
      const relatives = state.disclosure.declared?.relatives ?? [];
      const region = standards.regionOf(area.slice(0, 9));
      // Whom the rules leave out of this household may be covered in another one, as at acceptance.
      const notCounted = notCountedIn(body.facts, region, accepted?.on ?? today);
      return {
        people,
        account: sealAccount(context, id, body.account, before),
        address: sealOrKeep(
          context,
          'text',
          sealContext(id, 'address'),
          body.address,
          before?.address,
        ),
        hits: accepted ? await findHits(tx, people, relatives) : null,
        recognitions: accepted ? await findRecognised(tx, people, today) : null,
        coveredMembers: accepted
          ? (await findCovered(tx, people, { caseId: id, scheme: state.course.scheme }))
              .map((each) => each.memberId)
              .filter((each) => !notCounted.includes(each))
          : [],
      };
    },
    decide: decide.declareHousehold,
  });
  registerMemberChanges(router, standards);
}

/** Who is in the family may change while its application is being handled. */
function registerMemberChanges(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: recordDeparture,
    access: access.RecordDeparture,
    more: async ({ body, tx }, { id }) => {
      await requireCaseFiles(tx, id, body.files, 'files');
      const { succession } = body;
      return requireCaseFiles(tx, id, succession ? [succession.signature] : [], 'succession');
    },
    decide: decideMember.recordDeparture,
  });
  caseCommand(router, standards, {
    contract: recordArrival,
    access: access.RecordArrival,
    more: async ({ body, context, tx }, { id, area, state }, { today }) => {
      await requireCaseFiles(tx, id, body.files, 'files');
      const { name, idNumber, phone, member } = body;
      const typed = { memberId: member.id, name, idNumber, phone };
      const person = sealPerson(context, id, typed, null);
      const people = [...(state.household.declaration?.people ?? []), person];
      const { facts } = state.household;
      const region = standards.regionOf(area.slice(0, 9));
      const { scheme } = state.course;
      const covered = await findCovered(tx, [person], { caseId: id, scheme });
      const on = state.intake.accepted?.on ?? today;
      const notCounted = facts ? notCountedIn(withMember(facts, member), region, on) : [];
      return {
        person,
        hits: await findHits(tx, people, state.disclosure.declared?.relatives ?? []),
        coveredMembers: covered
          .map((each) => each.memberId)
          .filter((each) => !notCounted.includes(each)),
      };
    },
    decide: ({ name: _n, idNumber: _i, phone: _p, ...body }, state, given) =>
      decideMember.recordArrival(body, state, given),
  });
}

type Before = Declaration | null;

function sealPerson(
  context: Context,
  caseId: string,
  typed: DeclarationBody['people'][number],
  before: Before,
): Person {
  const { memberId, name } = typed;
  const stored = before?.people.find((each) => each.memberId === memberId);
  const seal = (field: 'idNumber' | 'phone') =>
    sealOrKeep(context, field, sealContext(caseId, field, memberId), typed[field], stored?.[field]);
  return { memberId, name, idNumber: seal('idNumber'), phone: seal('phone') };
}

function sealAccount(
  context: Context,
  caseId: string,
  typed: DeclarationBody['account'],
  before: Before,
): Account | null {
  if (!typed) return null;
  const stored = before?.account?.number;
  const number = sealOrKeep(
    context,
    'account',
    sealContext(caseId, 'account'),
    typed.number,
    stored,
  );
  if (!number) throw fault(['account', 'number'], '请填写账号');
  return { bank: typed.bank, holder: typed.holder, number };
}

function sealOrKeep(
  context: Context,
  field: SealedField,
  where: string,
  text: string | null | undefined,
  stored: Sealed | null | undefined,
): Sealed | null {
  const typed = typedText(text);
  if (typed === undefined) return stored ?? null;
  return typed === null ? null : context.sealer.seal(field, where, typed);
}

// A number kept from before must still agree with a birthday that was changed now.
function checkKept(
  context: Context,
  caseId: string,
  { facts }: DeclarationBody,
  people: readonly Person[],
): void {
  const opened = people.map(({ memberId, name, idNumber }) => ({
    memberId,
    name,
    idNumber: idNumber && context.sealer.open(sealContext(caseId, 'idNumber', memberId), idNumber),
  }));
  const errors = identityFaults(facts.members, opened);
  if (errors.length > 0) throw new ProblemError({ code: 'invalid', errors });
}

function fault(path: readonly string[], message: string): ProblemError {
  return new ProblemError({ code: 'invalid', errors: [{ path, message }] });
}
