import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  type Discrepancy,
  discrepancyTitles,
  gradeTitles,
  outcomeTitles,
  reasonTitles,
} from '../../../modules/inspection/check.ts';
import { checkView, recordCheck, sendTeam } from '../../../modules/inspection/contract.ts';
import { orderCorrection } from '../../../modules/inspection/correction-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { type ActField, type ActForm, filesIn, optionsFrom } from '../review/act-spec.ts';
import { TypedAct } from './typed-act.tsx';

type View = ValueOf<(typeof checkView)['answer']>;
const COUNTY_STAFF = 'inspector,aid-officer,verifier,county-leader';

/** One visit of the county: who goes, what the file says, what was found, and what follows from it. */
export default function CheckPage() {
  const checkId = useParam('checkId');
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(checkView, { params: { checkId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { check, record } = answer;
  const isMine = session?.post?.role === 'inspector';
  const differs = record?.outcome === 'differs' && answer.correctionId === '';
  return (
    <Page
      title={`核查单 · ${check.applicant}`}
      under={`${check.townshipName} ${check.villageName} · ${check.reasons.map((each) => reasonTitles[each]).join('、')} · 应于 ${check.dueOn} 前核查`}
    >
      <Panel title="派组">
        <DescriptionSheet
          items={[
            { label: '办件', value: <Link to={casePath(check.caseId)}>{check.ref}</Link> },
            { label: '核查组', value: check.teamNames || '还没有派组' },
            { label: '上门日期', value: dayWords(check.plannedOn) || '还没有定' },
          ]}
        />
      </Panel>
      {isMine && !record && check.plannedOn === '' && (
        <Send checkId={checkId} view={answer} onDone={askAgain} />
      )}
      {isMine && !record && check.plannedOn !== '' && (
        <RecordForm checkId={checkId} view={answer} onDone={askAgain} />
      )}
      {record && <Recorded record={record} />}
      {answer.correctionId !== '' && (
        <p>
          <Link to={`/corrections/${answer.correctionId}` as string}>打开整改通知</Link>
        </p>
      )}
      {isMine && differs && <Correct checkId={checkId} township={check.townshipCode} />}
    </Page>
  );
}

type FormProps = { readonly checkId: string; readonly view: View; readonly onDone: () => void };

function Send({ checkId, view, onDone }: FormProps) {
  return (
    <TypedAct
      name={`send-team:${checkId}`}
      contract={sendTeam}
      params={{ checkId }}
      version={view.version}
      about="两名以上县级人员，不是这一户的近亲属，没有经办过这一户。"
      fields={[
        { key: 'team', label: '核查人员', is: 'people', roles: COUNTY_STAFF },
        { key: 'plannedOn', label: '上门日期', is: 'date' },
      ]}
      initial={{ team: [], plannedOn: null }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}

const AGREES = [
  { value: 'yes', label: '一致' },
  { value: 'no', label: '不一致' },
] as const;

function recordFields({ facts }: View): readonly ActField[] {
  return [
    { key: 'on', label: '核查日期', is: 'date' },
    { key: 'place', label: '核查地点', is: 'text' },
    { key: 'visitors', label: '到场的核查人员', is: 'people', roles: COUNTY_STAFF },
    ...facts.flatMap(({ item, onFile }, at): readonly ActField[] => [
      {
        ...{ key: `facts.${at}.onSite`, label: `${item}：现场情况`, is: 'text', optional: true },
        hint: `档案记载：${onFile}`,
      },
      {
        ...{ key: `facts.${at}.agrees`, label: `${item}：是否一致`, is: 'code', optional: true },
        options: AGREES,
      },
    ]),
    { key: 'outcome', label: '核查结果', is: 'code', options: optionsFrom(outcomeTitles) },
    { key: 'grade', label: '问题等次', is: 'code', options: optionsFrom(gradeTitles) },
    {
      ...{ key: 'discrepancy', label: '问题类型', is: 'code', optional: true },
      options: optionsFrom(discrepancyTitles),
    },
    { key: 'result', label: '核查情况', is: 'text', lines: 3 },
    { key: 'photos', label: '现场照片', is: 'files' },
    { key: 'signatures', label: '签名的核查表', is: 'files' },
  ];
}

function RecordForm({ checkId, view, onDone }: FormProps) {
  const bodyOf = (form: ActForm) => ({
    ...{ on: form['on'], place: form['place'], visitors: form['visitors'] },
    ...{ outcome: form['outcome'], grade: form['grade'], result: form['result'] },
    discrepancies: form['discrepancy'] ? [form['discrepancy'] as Discrepancy] : [],
    facts: view.facts.flatMap(({ item, onFile }, at) => {
      const onSite = String(form[`facts.${at}.onSite`] ?? '');
      const agrees = form[`facts.${at}.agrees`];
      return onSite === '' && !agrees
        ? []
        : [{ item, onFile, onSite, agrees: agrees ? agrees === 'yes' : undefined }];
    }),
    photos: filesIn(form['photos']),
    signatures: filesIn(form['signatures']),
  });
  return (
    <TypedAct
      name={`record-check:${checkId}`}
      contract={recordCheck}
      params={{ checkId }}
      version={view.version}
      about="逐项对照档案和现场情况；没有见到人的，选“未核实”，不能换成别的户。"
      fields={recordFields(view)}
      initial={{
        ...{ on: null, place: '户内', visitors: view.team, outcome: null, grade: 'none' },
        ...{ discrepancy: null, result: '', photos: [], signatures: [] },
      }}
      bodyOf={bodyOf}
      onDone={onDone}
    />
  );
}

function Recorded({ record }: { record: NonNullable<View['record']> }) {
  const { discrepancies } = record;
  return (
    <Panel title="核查结果">
      <DescriptionSheet
        items={[
          { label: '日期、地点', value: `${dayWords(record.on)}，${record.place}` },
          { label: '核查人员', value: record.visitorNames },
          { label: '结果', value: outcomeTitles[record.outcome] },
          { label: '问题等次', value: gradeTitles[record.grade] },
          {
            label: '问题类型',
            value: discrepancies.map((each) => discrepancyTitles[each]).join('、') || '没有',
          },
          { label: '核查情况', value: record.result, wide: true },
          ...record.facts.map(({ item, onFile, onSite, agrees }) => ({
            label: item,
            value: `档案：${onFile || '没有记载'}；现场：${onSite}（${agrees ? '一致' : '不一致'}）`,
            wide: true,
          })),
          {
            label: '照片、核查表',
            value: [...record.photos, ...record.signatures].map(({ hash, name }) => (
              <a key={hash} href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
                {name}{' '}
              </a>
            )),
            wide: true,
          },
        ]}
      />
    </Panel>
  );
}

function Correct({ checkId, township }: { checkId: string; township: string }) {
  const navigate = useNavigate();
  const [correctionId] = useState(newKey);
  return (
    <TypedAct
      name={`order-correction:${checkId}`}
      contract={orderCorrection}
      params={{ correctionId }}
      about="下达以后乡镇看得到这份通知，按期报送整改情况和证明材料。"
      fields={[
        { key: 'what', label: '存在的问题', is: 'text', lines: 2 },
        { key: 'measure', label: '整改要求', is: 'text', lines: 2 },
        { key: 'dueOn', label: '整改期限', is: 'date' },
      ]}
      initial={{ what: '', measure: '', dueOn: null }}
      bodyOf={(form) => ({ ...form, checkId, township })}
      onDone={() => void navigate({ to: `/corrections/${correctionId}` as string })}
    />
  );
}
