import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { discrepancyTitles, gradeTitles } from '../../../modules/inspection/check.ts';
import { standingTitles } from '../../../modules/inspection/correction.ts';
import * as contract from '../../../modules/inspection/correction-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { filesIn } from '../review/act-spec.ts';
import { SecondAct, TypedAct } from './typed-act.tsx';

type View = ValueOf<(typeof contract.correctionView)['answer']>;
type ActProps = { readonly id: string; readonly view: View; readonly onDone: () => void };

/** One order of the county: what is wrong, what the township did, what the county found when it looked again. */
export default function CorrectionPage() {
  const id = useParam('correctionId');
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.correctionView, {
    params: { correctionId: id },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { correction } = answer;
  const acts = { id, view: answer, onDone: askAgain };
  return (
    <Page
      title={`整改通知 · ${correction.townshipName}`}
      under={`${standingTitles[correction.standing]} · 应于 ${dayWords(correction.dueOn)}前整改${correction.isOverdue ? '，已经过期' : ''}`}
    >
      {role === 'case-officer' && correction.standing === 'open' && <Answer {...acts} />}
      {role === 'inspector' && correction.standing === 'answered' && <Recheck {...acts} />}
      <Panel title="通知">
        <DescriptionSheet
          items={[
            {
              label: '办件',
              value: <Link to={casePath(correction.caseId)}>{correction.ref}</Link>,
            },
            { label: '问题等次', value: gradeTitles[correction.grade] },
            {
              label: '问题类型',
              value: answer.discrepancies.map((each) => discrepancyTitles[each]).join('、'),
            },
            { label: '下达日期', value: dayWords(correction.orderedOn) },
            { label: '存在的问题', value: correction.what, wide: true },
            { label: '整改要求', value: answer.measure, wide: true },
          ]}
        />
      </Panel>
      <Steps view={answer} />
      {role === 'inspector' && !answer.recovery && <Recovery {...acts} />}
    </Page>
  );
}

function Steps({ view: { answers, rechecks, recovery } }: { view: View }) {
  if (answers.length === 0 && !recovery) return null;
  return (
    <Panel title="整改过程">
      <ol>
        {answers.map((each, at) => (
          <li key={`${each.on} ${each.text}`}>
            {dayWords(each.on)} {each.byName}报送：{each.text}
            {each.evidence.map(({ hash, name }) => (
              <a key={hash} href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
                　{name}
              </a>
            ))}
            {rechecks[at] && (
              <p>
                {dayWords(rechecks[at].on)} {rechecks[at].byName}
                {rechecks[at].accepted ? '复核通过' : '退回整改'}：{rechecks[at].reason}
              </p>
            )}
          </li>
        ))}
      </ol>
      {recovery && (
        <p>
          {dayWords(recovery.on)} {recovery.byName}建议追回 {formatYuan(recovery.amount as Fen)}{' '}
          元（
          {recovery.from} 至 {recovery.to}）：{recovery.reason}
        </p>
      )}
    </Panel>
  );
}

function Answer({ id, view, onDone }: ActProps) {
  return (
    <TypedAct
      name={`answer-correction:${id}`}
      contract={contract.answerCorrection}
      params={{ correctionId: id }}
      version={view.version}
      about="写明怎样整改，附证明材料。县级复核通过才算整改完。"
      fields={[
        { key: 'text', label: '整改情况', is: 'text', lines: 3 },
        { key: 'evidence', label: '证明材料', is: 'files' },
      ]}
      initial={{ text: '', evidence: [] }}
      bodyOf={(form) => ({ text: form['text'], evidence: filesIn(form['evidence']) })}
      onDone={onDone}
    />
  );
}

function Recheck({ id, view, onDone }: ActProps) {
  return (
    <TypedAct
      name={`recheck-correction:${id}`}
      contract={contract.recheckCorrection}
      params={{ correctionId: id }}
      version={view.version}
      about="整改到位的销号；没有到位的退回，另定期限。"
      fields={[
        {
          ...{ key: 'accepted', label: '复核结果', is: 'code' },
          options: [
            { value: 'yes', label: '整改到位，销号' },
            { value: 'no', label: '没有到位，退回' },
          ],
        },
        { key: 'reason', label: '复核情况', is: 'text', lines: 2 },
        { key: 'dueOn', label: '新的期限（退回的）', is: 'date', optional: true },
      ]}
      initial={{ accepted: null, reason: '', dueOn: null }}
      bodyOf={(form) => ({
        ...form,
        accepted: form['accepted'] ? form['accepted'] === 'yes' : undefined,
      })}
      onDone={onDone}
    />
  );
}

function Recovery({ id, view, onDone }: ActProps) {
  return (
    <SecondAct
      name="recovery"
      contract={contract.proposeRecovery}
      params={{ correctionId: id }}
      version={view.version}
      about="多发了钱的才需要。这里只提建议，由资金岗位按程序追回。"
      fields={[
        { key: 'amount', label: '多发的金额', is: 'money', unit: '元' },
        { key: 'from', label: '从哪个月', is: 'text', hint: '例如 2026-03' },
        { key: 'to', label: '到哪个月', is: 'text', hint: '例如 2026-04' },
        { key: 'reason', label: '理由', is: 'text', lines: 2 },
      ]}
      initial={{ amount: null, from: '', to: '', reason: '' }}
      bodyOf={(form) => form}
      onDone={onDone}
    />
  );
}
