import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CaseState } from '../case/index.ts';
import type { ArchiveItem } from './archive.ts';

type On = LocalDate | null;

/** A paper the program prints from the record, and the files that belong to it. */
function paper(
  title: string,
  on: On,
  ...files: readonly (FileRef | null | undefined)[]
): readonly ArchiveItem[] {
  return [
    { title, on, hash: null },
    ...files.flatMap((each) => (each ? [file(title, on, each)] : [])),
  ];
}

function file(title: string, on: On, { name, hash }: FileRef): ArchiveItem {
  return { title: `${title}：${name}`, on, hash };
}

/**
 * Everything that belongs into the file of one household, in the order of DA-08. A file of the case that no
 * heading claims comes at the end: nothing that was uploaded is missing from the index.
 */
export function archiveItems(state: CaseState): readonly ArchiveItem[] {
  const items = [
    ...fromIntake(state),
    ...fromInquiry(state),
    ...fromOpinion(state),
    ...fromDecision(state),
  ];
  const listed = new Set(items.map((each) => each.hash));
  const others = filesIn(state).filter((each) => !listed.has(each.hash));
  return [...items, ...others.map((each) => file('其他材料', null, each))];
}

function fromIntake({ course, intake, disclosure }: CaseState): readonly ArchiveItem[] {
  const { proxy, notice, accepted } = intake;
  return [
    ...paper('社会救助申请书', accepted?.on ?? course.openedOn),
    ...(proxy ? paper('授权委托书', course.openedOn, proxy.paper) : []),
    ...intake.checklist.flatMap(({ files }) =>
      files.map((each) => file('申请材料', course.openedOn, each)),
    ),
    ...intake.authorisations.flatMap(({ signedOn, signature }) =>
      paper('核对授权书和诚信承诺书', signedOn, signature),
    ),
    ...(disclosure.declared ? paper('近亲属关系声明', disclosure.declared.on) : []),
    ...(disclosure.registered ? paper('近亲属单独登记备案表', disclosure.matchedOn) : []),
    ...(notice ? paper('一次性告知书', notice.on) : []),
    ...(accepted ? paper('受理通知书', accepted.on) : []),
  ];
}

function fromInquiry({ verification, investigation }: CaseState): readonly ArchiveItem[] {
  const { visits, interviews, letters } = investigation;
  return [
    ...verification.requests.flatMap((each) => paper('信息核对提请单', each.requestedOn)),
    ...verification.reports.flatMap((each) => paper('信息核对报告', each.issuedOn)),
    ...verification.disputes.flatMap(({ on, evidence }) => paper('核对异议', on, ...evidence)),
    ...visits.flatMap(({ on, signatures, photos }) =>
      paper('入户调查表', on, ...signatures.map(({ image }) => image), ...photos),
    ),
    ...interviews.flatMap(({ on, signatures, neighbourSignature }) =>
      paper('邻里访问记录', on, ...signatures.map(({ image }) => image), neighbourSignature),
    ),
    ...letters.flatMap(({ sentOn, reply }) => [
      ...paper('协查函', sentOn),
      ...(reply ? paper('协查复函', reply.on, reply.scan) : []),
    ]),
  ];
}

function fromOpinion(state: CaseState): readonly ArchiveItem[] {
  const { household, assessment, coordination, publicity } = state;
  const { opinion, assessments } = assessment;
  const last = assessments.at(-1);
  return [
    ...household.corrections.flatMap(({ evidence }) =>
      evidence.map((each) => file('家庭情况更正依据', null, each)),
    ),
    ...(last ? paper('家庭收入财产核算表', last.on) : []),
    ...coordination.records.flatMap(({ on, minutes }) =>
      paper('临时救助一事一议记录表', on, minutes),
    ),
    ...(opinion ? paper('初审意见', opinion.on) : []),
    ...boards(publicity, 'before', '公示'),
    ...publicity.objections.flatMap(({ receivedOn, handled }) =>
      paper(handled ? '异议办理记录' : '异议记录', handled?.on ?? receivedOn),
    ),
    ...publicity.appraisals.flatMap(({ on, record }) => paper('民主评议记录', on, record)),
  ];
}

function boards(
  { notices }: CaseState['publicity'],
  kind: 'before' | 'after',
  title: string,
): readonly ArchiveItem[] {
  return notices
    .filter((each) => each.kind === kind)
    .flatMap(({ level, postedOn, photo, takenDown }) =>
      paper(`${title}（${levels[level]}）`, postedOn, photo, takenDown?.photo),
    );
}

const levels = { township: '乡镇', village: '村（社区）' } as const;

function fromDecision(state: CaseState): readonly ArchiveItem[] {
  const { deliberation, investigation, confirmation, publicity } = state;
  const { countyReview, decision, service } = confirmation;
  const title = decision?.outcome === 'grant' ? '确认通知书' : '不予确认告知书';
  return [
    ...deliberation.deliberations.flatMap((each) => paper('会议纪要和决议', each.on)),
    ...investigation.countyVisits.flatMap(({ on, evidence }) =>
      paper('县级核查记录', on, ...evidence),
    ),
    ...(countyReview ? paper('县级审核意见', countyReview.on) : []),
    ...(decision ? paper(title, decision.on) : []),
    ...(service ? paper('送达回证', service.on, service.proof) : []),
    ...boards(publicity, 'after', '公布'),
    ...state.reserve.advances.flatMap(({ on, voucher }) => paper('备用金领款凭证', on, voucher)),
    ...fromInstalments(state),
  ];
}

/** What is paid in stages: the look before each, an intended stop with what the family said (LS-16, SL-48). */
function fromInstalments({ instalment }: CaseState): readonly ArchiveItem[] {
  const { looks, givenUp, stop } = instalment;
  return [
    ...looks.flatMap(({ on, files }) => paper('分次发放前回访记录', on, ...files)),
    ...[...givenUp, ...(stop ? [stop] : [])].flatMap(({ notice, answer }) => [
      ...paper('拟停止发放告知书', notice.on, notice.proof),
      ...(answer ? paper('听取意见记录', answer.on, answer.proof) : []),
    ]),
  ];
}

/** Every file the state refers to, wherever it stands. */
export function filesIn(state: unknown): readonly FileRef[] {
  const found = new Map<string, FileRef>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isFileRef(value)) found.set(value.hash, value);
    else for (const each of Object.values(value)) walk(each);
  };
  walk(state);
  return [...found.values()];
}

function isFileRef(value: object): value is FileRef {
  return 'hash' in value && 'mime' in value && typeof value.hash === 'string';
}
