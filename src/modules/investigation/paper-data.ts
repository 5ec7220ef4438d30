import type { LocalDate } from '../../kernel/local-date.ts';
import { ageOn, formatDate } from '../../kernel/local-date.ts';
import type { DataOf } from '../../paper/index.ts';
import { ASSET_KIND, HOUSE_KIND, INCOME_KIND, RELATION } from '../../rules/code-list.ts';
import { findAuthorisation } from '../intake/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';
import type { CountyVisit, HomeVisit, Letter, NeighbourInterview } from './investigation.ts';

type Form = DataOf<'home-visit-form'>;
type Signer = Form['memberSigners'][number];

/** Pictures of signatures by file hash, as a paper can place them. */
export type Signatures = ReadonlyMap<string, { readonly pngBase64: string }>;

/** An empty line to sign on, or who signed, with the picture. */
function signerOf(
  { name, image }: { readonly name: string; readonly image: { readonly hash: string } },
  role: string,
  signedOn: LocalDate,
  pictures: Signatures,
): Signer {
  const signature = pictures.get(image.hash);
  return { name, role, signedOn, ...(signature ? { signature } : {}) };
}

/** 入户调查表: filled from a visit, or with what was declared and empty lines to take along. */
export function homeVisitPaper(
  sheet: CasePaper<unknown>,
  visit: HomeVisit | null,
  pictures: Signatures,
): Form | null {
  const { state, given } = sheet;
  if (!state.household.facts) return null;
  const blank = '（待填写）';
  const signed = (as: 'visitor' | 'member', role: string): Signer[] =>
    visit?.signatures
      .filter((each) => each.as === as)
      .map((each) => signerOf(each, role, visit.on, pictures)) ?? [];
  const living = (['food', 'clothing', 'housing', 'goods'] as const).map(
    (key) => `${livingTitles[key]}:${visit?.seen[key] ?? blank}`,
  );
  const investigators = signed('visitor', '调查人员');
  const memberSigners = signed('member', '在场家庭成员');
  return {
    head: { ...paperHead(sheet), date: visit?.on ?? given.today },
    household: paperHousehold(sheet),
    visitedOn: visit?.on ?? given.today,
    method: visit?.remoteBecause ? (visit.remote?.way ?? 'phone') : 'home',
    ...(visit?.remoteBecause ? { methodReason: visit.remoteBecause } : {}),
    members: membersOf(sheet, visit),
    housing: housingOf(sheet, visit),
    economy: economyOf(sheet, visit),
    living: living.join('\n'),
    photos: (visit?.photos ?? []).map(({ name, hash }, index) => ({
      number: `P${index + 1}`,
      subject: name.slice(0, 60),
      hash: hash.slice(0, 16),
    })),
    conclusion: conclusionOf(sheet, visit) ?? blank,
    investigators: visit ? investigators : [{ role: '调查人员' }, { role: '调查人员' }],
    memberSigners: memberSigners.length > 0 ? memberSigners : [{ role: '在场家庭成员' }],
  };
}

const livingTitles = { food: '吃', clothing: '穿', housing: '住', goods: '用' } as const;

function conclusionOf({ state }: CasePaper<unknown>, visit: HomeVisit | null): string | null {
  if (!visit) return null;
  const { concluded } = state.investigation;
  return [concluded?.summary, ...visit.photoDoubts].filter(Boolean).join('\n') || null;
}

function membersOf({ state, given }: CasePaper<unknown>, visit: HomeVisit | null): Form['members'] {
  const people = state.household.declaration?.people ?? [];
  return (state.household.facts?.members ?? []).map(({ id, relation, birth }) => ({
    name: people.find((each) => each.memberId === id)?.name ?? '成员',
    relation: relation ? RELATION[relation] : '未登记',
    ...(birth ? { age: ageOn(birth, visit?.on ?? given.today) } : {}),
    present: id === visit?.memberPresent,
  }));
}

function housingOf({ state }: CasePaper<unknown>, visit: HomeVisit | null): Form['housing'] {
  const people = state.household.declaration?.people ?? [];
  const houses = (state.household.facts?.assets ?? []).filter(({ kind }) => kind === 'house');
  return houses.slice(0, 10).map(({ houseKind, owner, areaSquareMetres }) => ({
    kind: houseKind ? HOUSE_KIND[houseKind] : '住房',
    owner: people.find((each) => each.memberId === owner)?.name ?? '未登记',
    ...(areaSquareMetres === null ? {} : { areaSquareMetres }),
    ...(visit?.seen['housing'] ? { condition: visit.seen['housing'].slice(0, 120) } : {}),
  }));
}

/** What was declared, line by line, then what was seen; a blank form leaves room behind each line. */
function economyOf({ state }: CasePaper<unknown>, visit: HomeVisit | null): Form['economy'] {
  const { facts, declaration } = state.household;
  const nameOf = (id: string) =>
    declaration?.people.find((each) => each.memberId === id)?.name ?? '成员';
  const declared = (amount: number | null) =>
    amount === null ? '未填金额' : `${(amount / 100).toFixed(2)} 元`;
  const seen = (kind: 'income' | 'property') =>
    visit?.seen[kind] ? [{ kind, item: '现场查看', seen: visit.seen[kind].slice(0, 100) }] : [];
  return [
    ...(facts?.incomes ?? []).slice(0, 40).map(({ kind, member, amount }) => ({
      kind: 'income' as const,
      item: INCOME_KIND[kind],
      member: nameOf(member),
      declared: declared(amount),
    })),
    ...seen('income'),
    ...(facts?.assets ?? []).slice(0, 40).map(({ kind, owner, value }) => ({
      kind: 'property' as const,
      item: ASSET_KIND[kind],
      member: nameOf(owner),
      declared: declared(value),
    })),
    ...seen('property'),
  ];
}

/** 邻里访问记录: the only place where the neighbour's name is read again. */
export function neighbourPaper(
  sheet: CasePaper<unknown>,
  interview: NeighbourInterview,
  name: string,
  pictures: Signatures,
): DataOf<'neighbour-interview'> {
  const { applicant, caseNumber, village, scheme } = paperHousehold(sheet);
  const { on, neighbourSignature } = interview;
  const own = neighbourSignature && { name, image: neighbourSignature };
  return {
    head: { ...paperHead(sheet), date: on },
    ...{ applicant, caseNumber, village, scheme },
    interviewedOn: on,
    place: interview.place,
    method: interview.remoteBecause ? 'phone' : 'in-person',
    neighbour: { name, relation: interview.relation, confidential: true },
    questions: Object.entries(interview.answers).map(([question, answer]) => ({
      question,
      answer,
    })),
    investigators: interview.signatures.map((each) => signerOf(each, '调查人员', on, pictures)),
    neighbourSigner: own ? signerOf(own, '邻居', on, pictures) : { name, role: '邻居' },
  };
}

/** 社会救助调查函, with only what the institution needs to find the person. */
export function letterPaper(
  sheet: CasePaper<unknown>,
  letter: Letter,
  idNumber: string,
): DataOf<'letter-of-inquiry'> | null {
  const { state, townshipName } = sheet;
  const member = state.household.declaration?.people.find(
    (each) => each.memberId === letter.memberId,
  );
  const authorisation = findAuthorisation(state.intake, letter.memberId);
  if (!member || !authorisation) return null;
  return {
    head: { ...paperHead(sheet), date: letter.sentOn },
    to: letter.to,
    person: { name: member.name, idNumber },
    authorisation: `${formatDate(authorisation.signedOn)}签署的查询授权书`,
    questions: [...letter.asked],
    replyBy: letter.replyBy,
    office: { place: `${townshipName}便民服务中心社会救助窗口`, phone: '12349' },
  };
}

/** 县级实地核查记录. */
export function countyVisitPaper(
  sheet: CasePaper<unknown>,
  visit: CountyVisit,
  bureau: string,
): DataOf<'county-visit'> {
  const { state, townshipName, villageName } = sheet;
  const registered = state.disclosure.registered ? (['near-relative'] as const) : [];
  const complained = visit.because === null && registered.length === 0;
  return {
    head: { ...paperHead(sheet), organ: bureau, date: visit.on },
    household: paperHousehold(sheet),
    township: townshipName,
    reasons: complained ? ['complaint'] : registered.length > 0 ? [...registered] : ['major-doubt'],
    checkedOn: visit.on,
    place: villageName,
    items: [...visit.items],
    result: visit.agrees ? 'agrees' : 'correct',
    finding: [visit.result, visit.because].filter(Boolean).join('\n'),
    orders: [],
    evidence: visit.evidence.map(({ name, hash }) => `${name}(${hash.slice(0, 16)})`),
    checkers: visit.visitors.map(({ name }) => ({ name, signedOn: visit.on })),
    memberSigners: [],
  };
}
