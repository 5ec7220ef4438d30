import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { policyView } from '../../../modules/policy/contract.ts';
import { policyStatuses } from '../../../modules/policy/policy.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { Timeline } from '../../../ui/reading/timeline.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { FileChanges } from '../preview/file-changes.tsx';
import { dayWords } from '../preview/preview-words.ts';
import { PolicyActs } from './policy-acts.tsx';
import { PolicyFound } from './policy-found.tsx';
import { editPolicyPath, type PolicyShown } from './policy-words.ts';
import { RaiseLists } from './raise-lists.tsx';
import '../../card-table.css';
import '../preview/preview.css';

/** 标准草案: what it changes, what that does to the households, who said what, and whose turn it is. */
export default function PolicyPage() {
  const policyId = useParam('policyId');
  const { session } = useSession();
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(policyView, { params: { policyId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { content, status, judged } = answer;
  const role = session?.post?.role ?? '';
  const mayEdit = role === 'aid-officer' && status === 'drafted';
  return (
    <Page title={content.title} under={`${content.issuer}；${policyStatuses[status]}`}>
      <Refusal problem={problem} onAgain={askAgain} />
      <PolicyActs policy={answer} role={role} onDone={askAgain} />
      <Panel title="改了什么">
        <Standing policy={answer} />
        {judged.faults.map(({ line, is, message }) => (
          <p key={`${line} ${message}`} className={is === 'fault' ? 'ym-wrong' : 'ym-quiet'}>
            {content.change.kind === 'file' ? `第 ${line} 行：${message}` : message}
          </p>
        ))}
        {judged.questions.map(({ key, message }) => (
          <p key={key} className="ym-wrong">
            {message}
            {content.answers
              .filter(({ question }) => question === key)
              .map(({ reason }) => `起草人说明：${reason}`)}
          </p>
        ))}
        {judged.changes.length > 0 ? (
          <FileChanges changes={judged.changes} />
        ) : (
          <p className="ym-empty">与现行的没有不同。</p>
        )}
        {mayEdit && (
          <Button onClick={() => void navigate({ to: editPolicyPath(policyId) })}>修改草案</Button>
        )}
      </Panel>
      {answer.preview && <PolicyFound preview={answer.preview} />}
      {status === 'published' && <RaiseLists policyId={policyId} role={role} />}
      <Panel title="意见">
        {answer.comments.length === 0 && <p className="ym-empty">还没有人提出意见。</p>}
        {answer.comments.map(({ by, on, words }) => (
          <p key={`${by} ${on} ${words}`}>
            {words}
            <span className="ym-quiet">
              （{by}，{dayWords(on)}）
            </span>
          </p>
        ))}
      </Panel>
      <Panel title="经过">
        <Timeline
          happenings={answer.history
            .map(({ title, by, at }) => ({
              ...{ key: String(at), at: formatInstant(instant(at)), title, actor: by },
            }))
            .toReversed()}
        />
      </Panel>
    </Page>
  );
}

function Standing({ policy }: { readonly policy: PolicyShown }) {
  const { published, approved, sentBack, writers } = policy;
  return (
    <DescriptionSheet
      items={[
        { label: '起草', value: writers.join('、') },
        ...(sentBack ? [{ label: `${sentBack.by}退回`, value: sentBack.words, wide: true }] : []),
        ...(approved ? [{ label: `${approved.by}批准`, value: approved.words, wide: true }] : []),
        ...(published
          ? [
              { label: '文号', value: published.document },
              { label: '发文日期', value: dayWords(published.issuedOn) },
              { label: '自哪一天起执行', value: dayWords(published.effective) },
              { label: '办理时启用', value: dayWords(published.inUseFrom) },
            ]
          : []),
      ]}
    />
  );
}
