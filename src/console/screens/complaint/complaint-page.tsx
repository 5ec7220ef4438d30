import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import {
  channelTitles,
  mannerTitles,
  outcomeTitles,
  standingTitles,
} from '../../../modules/complaint/complaint.ts';
import { complaintView } from '../../../modules/complaint/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { ComplaintActs } from './complaint-acts.tsx';
import { ComplaintDesk } from './complaint-desk.tsx';
import { ReadTexts } from './read-texts.tsx';
import { ReporterPanel } from './reporter-panel.tsx';

type View = ValueOf<(typeof complaintView)['answer']>;

/** One complaint: where it stands, what is due, the one next act; texts and names behind their own doors. */
export default function ComplaintPage() {
  const complaintId = useParam('complaintId');
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const { answer, awaiting, problem, askAgain } = useAnswer(complaintView, {
    params: { complaintId },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { complaint } = answer;
  const mayHandle = role === 'inspector' || role === 'county-leader';
  const acts = { complaintId, view: answer, role, onDone: askAgain };
  return (
    <Page title={`举报投诉 ${complaint.ref}`} under={underOf(answer)}>
      <ComplaintDesk>
        <ComplaintActs {...acts} />
        <About view={answer} />
        {mayHandle && <ReadTexts complaintId={complaintId} onRead={askAgain} />}
        {mayHandle && complaint.isNamed && <ReporterPanel {...acts} />}
        <Cases view={answer} />
        <Reads view={answer} />
      </ComplaintDesk>
    </Page>
  );
}

function underOf({ complaint, asPetition }: View): string {
  const { standing, dueOn, isOverdue } = complaint;
  const way = asPetition === true ? '（按信访办理）' : '';
  if (dueOn === '') return `${standingTitles[standing]}${way}`;
  const what = standing === 'received' ? '告知是否受理' : '办结';
  return `${standingTitles[standing]}${way} · 应于 ${dayWords(dueOn)}前${what}${isOverdue ? '，已经过期' : ''}`;
}

function About({ view }: { readonly view: View }) {
  const { complaint, accused, files, answered } = view;
  return (
    <Panel title="登记情况">
      <DescriptionSheet
        items={[
          {
            label: '收到',
            value: `${dayWords(complaint.receivedOn)}（${channelTitles[complaint.channel]}）`,
          },
          { label: '登记人', value: view.registeredBy },
          { label: '署名', value: complaint.isNamed ? '实名（已保密）' : '匿名' },
          { label: '反映的地方', value: complaint.placeName },
          {
            label: '被反映的人员',
            value: accused.map(({ name }) => name).join('、') || '没有指明',
          },
          ...(complaint.outcome === ''
            ? []
            : [
                { label: '核查结论', value: outcomeTitles[complaint.outcome] },
                { label: '核查人员', value: view.investigators.join('、') },
              ]),
          ...(view.passedTo === '' ? [] : [{ label: '转送', value: view.passedTo }]),
          ...(answered ? [{ label: '答复', value: answeredWords(answered) }] : []),
          ...view.townships
            .filter(({ releasedOn }) => releasedOn !== '')
            .map(({ name, releasedOn }) => ({
              label: '已下发摘要',
              value: `${name} ${releasedOn}`,
            })),
        ]}
      />
      {files.map(({ hash, name }) => (
        <a key={hash} href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
          {name}{' '}
        </a>
      ))}
    </Panel>
  );
}

function answeredWords({ on, manner, seenOn }: NonNullable<View['answered']>): string {
  const seen = seenOn === '' ? '，本人还没有查看' : `，本人于 ${seenOn} 查看`;
  return `${dayWords(on)} ${mannerTitles[manner]}${manner === 'portal' ? seen : ''}`;
}

function Cases({ view: { cases } }: { readonly view: View }) {
  if (cases.length === 0) return null;
  return (
    <Panel title="关联的办件">
      <p className="ym-quiet">
        已列入“三个百分之百”，县级上门核查以后才能作出结论；乡镇看不到原因。
      </p>
      <ul>
        {cases.map(({ caseId, ref, linkedOn, visitedOn }) => (
          <li key={caseId}>
            <Link to={casePath(caseId)}>{ref}</Link> · {dayWords(linkedOn)} 关联 ·{' '}
            {visitedOn === '' ? '县级还没有上门核查' : `县级 ${visitedOn} 上门核查`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reads({ view: { reads } }: { readonly view: View }) {
  if (reads.length === 0) return null;
  return (
    <Panel title="谁查看过内容">
      <ul>
        {reads.map(({ at, by, purpose }) => (
          <li key={`${at} ${by}`}>
            {formatInstant(instant(at))} {by}：{purpose}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
