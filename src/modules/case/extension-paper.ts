import { addWorkingDays } from '../../kernel/working-day.ts';
import { findArticle } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { ruleOf } from './cited-for.ts';
import { flowOf } from './flow.ts';
import { type CasePaper, paperHead, paperHousehold } from './paper-head.ts';

type Reason = DataOf<'extension-approval'>['reason'];

const REASONS: Readonly<Record<string, Reason>> = {
  objection: 'objection',
  'separated-residence': 'lives-elsewhere',
  'applied-elsewhere': 'applied-elsewhere',
  'hard-to-investigate': 'hard-to-investigate',
};

/** 延期审批单: asked for, or granted with whoever granted it. Null where nobody asked (DB-22). */
export function extensionApprovalOf(
  sheet: CasePaper<unknown>,
): DataOf<'extension-approval'> | null {
  const { state, given, personName } = sheet;
  const { extension, extensionAsked: asked } = state.course;
  const acceptedOn = state.intake.accepted?.on;
  const { totalLimit } = flowOf(state);
  if (!acceptedOn || !totalLimit || (!extension && !asked)) return null;
  const { procedure, calendar, today } = given;
  const until = (workingDays: number) => ({
    workingDays,
    until: addWorkingDays(calendar, acceptedOn, workingDays).date,
  });
  const { instrument, article, gist } = findArticle(ruleOf(state.course.scheme, 'DB-22'));
  const longest = extension?.limitWorkingDays ?? procedure.totalWorkingDaysExtended.value;
  return {
    head: { ...paperHead(sheet), date: extension?.approvedOn ?? asked?.on ?? today },
    household: paperHousehold(sheet),
    acceptedOn,
    ordinary: until(procedure[totalLimit].value),
    extended: until(longest),
    reason: REASONS[extension?.reasonCode ?? asked?.reasonCode ?? ''] ?? 'other',
    explanation: (extension?.explanation || asked?.explanation) ?? '（未说明）',
    basis: [{ source: `${instrument}${article}`, gist }],
    requester: signerOf(personName(extension?.requestedBy ?? asked?.by ?? ''), asked?.on),
    ...(extension ? { opinion: '同意延长。' } : {}),
    approver: extension ? signerOf(personName(extension.approvedBy), extension.approvedOn) : {},
  };
}

function signerOf(name: string, signedOn: DataOf<'extension-approval'>['acceptedOn'] | undefined) {
  return { ...(name === '' ? {} : { name }), ...(signedOn ? { signedOn } : {}) };
}
