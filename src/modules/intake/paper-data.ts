import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import type { DataOf } from '../../paper/index.ts';
import { RELATION } from '../../rules/code-list.ts';
import { type Procedure, relativeTitles, relativeWords } from '../../rules/procedure.ts';
import type { CaseState } from '../case/index.ts';
import type { ChecklistItem } from './intake.ts';
import { lookedUpByOffice, requiredDocuments } from './required-document.ts';

/** What every paper of the window needs besides the case: names of places, the day, the procedure. */
export type PaperBase = {
  readonly caseId: string;
  readonly state: CaseState;
  readonly townshipName: string;
  readonly villageName: string;
  readonly countyName: string;
  readonly today: LocalDate;
  readonly procedure: Procedure;
  readonly calendar: WorkingCalendar;
  readonly demo: boolean;
  readonly clerk: string;
};

type Declared = NonNullable<CaseState['household']['declaration']>;

/** What the family applies for, as the papers name it. */
export function schemesOf({ course }: CaseState): DataOf<'acceptance-receipt'>['schemes'] {
  return [course.scheme];
}

/** The organ of a township or a subdistrict as it signs. */
export function organOf(townshipName: string): string {
  return townshipName.endsWith('街道') ? `${townshipName}办事处` : `${townshipName}人民政府`;
}

export function headOf({ caseId, state, townshipName, today, demo }: PaperBase, on?: LocalDate) {
  const number = state.intake.accepted?.number ?? `未受理-${caseId.slice(0, 8)}`;
  return { number, organ: organOf(townshipName), date: on ?? today, demo };
}

export function officeOf({ townshipName, clerk }: PaperBase) {
  return { place: `${townshipName}便民服务中心社会救助窗口`, phone: '12349', clerk };
}

function declaredIn({ household }: CaseState): Declared {
  if (!household.declaration) throw new Error('a paper of the window needs a declared household');
  return household.declaration;
}

export function applicantOf(state: CaseState): { memberId: string; name: string } {
  const { facts, people } = declaredIn(state);
  const self = facts.members.find((each) => each.relation === 'self')?.id;
  const found = people.find((each) => each.memberId === self);
  if (!found) throw new Error('a declared household has an applicant');
  return found;
}

type Limit = DataOf<'acceptance-receipt'>['limit'];

/**
 * Until when the family is told: the total, or where no text sets one the limits of the steps together. Hunger knows
 * no weekend: urgent help counts every day (LS-10, LS-11).
 */
function promised({ state, procedure, calendar }: PaperBase, acceptedOn: LocalDate): Limit {
  const { channel, scheme, route } = state.course;
  if (channel !== 'ordinary') {
    const { value: days } = procedure[channel === 'help-first' ? 'helpFirstDays' : 'quickAidDays'];
    return { days, unit: 'days', decideBy: addDays(acceptedOn, days), provisional: false };
  }
  const isTownship = route === 'township';
  const total = procedure[isTownship ? 'totalWorkingDaysDelegated' : 'totalWorkingDaysCounty'];
  const confirm = isTownship ? 'confirmationWorkingDays' : 'countyConfirmationWorkingDays';
  const { investigationWorkingDays, publicityDays } = procedure;
  const steps = investigationWorkingDays.value + publicityDays.value + procedure[confirm].value;
  const days = scheme === 'tekun' ? steps : total.value;
  // The date promised at acceptance: an extension that was granted since is told in its own paper.
  const { date: decideBy, provisional } = addWorkingDays(calendar, acceptedOn, days);
  const longest = procedure.totalWorkingDaysExtended.value;
  const longer = scheme === 'tekun' ? {} : { longestWorkingDays: Math.max(days, longest) };
  return { days, unit: 'working-days', decideBy, provisional, ...longer };
}

export function acceptanceReceiptOf(base: PaperBase): DataOf<'acceptance-receipt'> | null {
  const { state } = base;
  const { accepted, proxy, checklist } = state.intake;
  if (!accepted) return null;
  return {
    head: headOf(base, accepted.on),
    applicant: applicantOf(state).name,
    ...(proxy ? { proxy: `${proxy.name}（${proxy.relation}）` } : {}),
    schemes: schemesOf(base.state),
    village: base.villageName,
    membersCount: declaredIn(state).people.length,
    appliedOn: state.course.openedOn ?? accepted.on,
    acceptedOn: accepted.on,
    materials: materialsOf(base, checklist),
    urgent: state.course.channel !== 'ordinary',
    limit: promised(base, accepted.on),
    progressCode: accepted.number,
    office: officeOf(base),
  };
}

function materialsOf(base: PaperBase, checklist: readonly ChecklistItem[]) {
  const { state, procedure } = base;
  const { facts, people } = declaredIn(state);
  const accepted = state.intake.accepted?.on ?? base.today;
  const kinds = {
    paper: 'original',
    scan: 'copy',
    platform: 'electronic',
    promised: 'original',
  } as const;
  return requiredDocuments(facts, procedure.verificationSources.value, accepted).flatMap((each) => {
    const item = checklist.find((got) => got.code === each.code && got.memberId === each.memberId);
    if (!item || item.got === 'missing') return [];
    const whose = people.find(({ memberId }) => memberId === each.memberId)?.name;
    const promised = item.got === 'promised' ? '（书面承诺）' : '';
    const name = `${whose ? `${whose}的` : ''}${each.title}${promised}`;
    return [{ name, kind: kinds[item.got], copies: 1 }];
  });
}

export function oneTimeNoticeOf(base: PaperBase): DataOf<'one-time-notice'> | null {
  const { state, procedure } = base;
  const { notice } = state.intake;
  if (!notice) return null;
  const { facts } = declaredIn(state);
  const sources = procedure.verificationSources.value;
  const documents = requiredDocuments(facts, sources, notice.on);
  return {
    head: headOf(base, notice.on),
    applicant: applicantOf(state).name,
    schemes: schemesOf(base.state),
    appliedOn: state.course.openedOn ?? notice.on,
    missing: notice.missing.map(({ code, memberId, text }) => {
      const document = documents.find((each) => each.code === code && each.memberId === memberId);
      return document
        ? { item: text, why: document.why, how: document.how }
        : { item: text, why: '申请表上的这一项还没有回答，没有的也请说明“没有”' };
    }),
    lookedUpByOffice: [...lookedUpByOffice(sources)],
    office: officeOf(base),
  };
}

/** Numbers in full, as the card shows them: institutions answer only to a form that names the person. */
export type Opened = {
  readonly idNumberOf: (memberId: string) => string;
  readonly address: string;
  readonly proxyIdNumber: string;
};

export function authorisationOf(
  base: PaperBase,
  opened: Opened,
): DataOf<'authorisation-and-promise'> {
  const { state, procedure } = base;
  const { facts, people } = declaredIn(state);
  const members = people.map(({ memberId, name }) => {
    const relation = facts.members.find((each) => each.id === memberId)?.relation;
    const signed = state.intake.authorisations.find(
      (each) => each.memberId === memberId && each.revokedOn === null,
    );
    const guardian =
      signed?.guardianName && signed.guardianRelation
        ? {
            guardian: {
              name: signed.guardianName,
              relation: signed.guardianRelation,
              idNumber: guardianNumber(people, signed.guardianName, opened),
            },
          }
        : {};
    return {
      name,
      relation: relation ? RELATION[relation] : '家庭成员',
      idNumber: opened.idNumberOf(memberId),
      ...guardian,
      ...(signed ? { signedOn: signed.signedOn } : {}),
    };
  });
  return {
    head: headOf(base),
    applicant: applicantOf(state).name,
    address: opened.address,
    schemes: schemesOf(base.state),
    members,
    supporters: [],
    sources: lookedUpByOffice(procedure.verificationSources.value).map(String),
    retention: '核对所得信息只用于本次救助的审核和以后的定期核查，按档案管理规定保存',
    phone: '12349',
    copies: 3,
  };
}

function guardianNumber(people: Declared['people'], name: string, opened: Opened): string {
  const member = people.find((each) => each.name === name);
  return member ? opened.idNumberOf(member.memberId) : '（由监护人填写）';
}

export function nearRelativesOf(base: PaperBase): DataOf<'near-relative-declaration'> {
  const { state, procedure, villageName, countyName, townshipName } = base;
  const { declared } = state.disclosure;
  const applicant = applicantOf(state).name;
  return {
    head: headOf(base, declared?.on),
    applicant,
    village: villageName,
    schemes: schemesOf(base.state),
    relations: procedure.nearRelatives.value.map((each) => relativeTitles[each]),
    posts: [
      `${countyName}民政局办理社会救助的人员和负责人`,
      `${townshipName}办理社会救助的人员和负责人`,
      '村民委员会、居民委员会成员',
    ],
    relatives: (declared?.relatives ?? []).map(({ name, relation, position }) => ({
      member: applicant,
      officer: name,
      relation: relativeWords(relation),
      unit: position,
      post: position.slice(0, 40),
    })),
    ...(declared ? { declaredOn: declared.on } : {}),
    signers: declaredIn(state).people.map(({ name }) => ({ name, role: '家庭成员' })),
  };
}

export function proxyOf(base: PaperBase, opened: Opened): DataOf<'proxy'> | null {
  const { state, today } = base;
  const { proxy } = state.intake;
  if (!proxy) return null;
  const applicant = applicantOf(state);
  return {
    head: headOf(base),
    principal: {
      name: applicant.name,
      idNumber: opened.idNumberOf(applicant.memberId),
      address: opened.address,
    },
    agent: {
      name: proxy.name,
      idNumber: opened.proxyIdNumber,
      relation: proxy.relation,
      phone: '（由代理人填写）',
    },
    schemes: schemesOf(base.state),
    reason: '申请人到窗口办理有困难',
    matters: ['提交申请书和有关材料', '接收受理通知书、一次性告知书和决定书', '代为陈述家庭情况'],
    from: state.course.openedOn ?? today,
  };
}
