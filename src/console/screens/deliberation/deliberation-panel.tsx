import { Link } from '@tanstack/react-router';
import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { Panel } from '../../../ui/page.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { meetingPath, minutesUrl, resolutionTitles } from './meeting-words.ts';

/** 集体研究 on the case page: which meeting it waits for, and what the meetings resolved. */
export default function DeliberationPanel({ state, view }: StagePanelProps) {
  const { agenda, deliberations } = state.deliberation;
  const own = view.stages.find(({ id }) => id === 'deliberation');
  return (
    <Panel title="集体研究">
      {agenda ? (
        <p>
          已列入会议议程。<Link to={meetingPath(agenda.meetingId)}>打开会议室</Link>
        </p>
      ) : (
        own?.status !== 'done' && (
          <p>
            {own?.because}。会议秘书在<Link to={'/meetings' as string}>会议</Link>中列入议程。
          </p>
        )
      )}
      {deliberations.map((each) => (
        <section key={`${each.meetingId} ${each.proposalHash}`} className="yd-result">
          <strong>
            {formatDateWithWeekday(each.on)} {resolutionTitles[each.resolution]}
          </strong>
          <p>
            同意 {each.tally.for} · 不同意 {each.tally.against} · 弃权 {each.tally.abstain}。
            {each.reason}
          </p>
          {each.dissent.map((opinion) => (
            <p key={opinion}>不同意见：{opinion}</p>
          ))}
          <div className="ym-row">
            <Link to={meetingPath(each.meetingId)}>打开会议室</Link>
            <a href={minutesUrl(each.meetingId)} target="_blank" rel="noreferrer">
              会议纪要
            </a>
          </div>
        </section>
      ))}
    </Panel>
  );
}
