import type { ReactNode } from 'react';
import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { remoteGrounds, remoteWays } from '../../../modules/investigation/index.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

type Investigation = StagePanelProps['state']['investigation'];

const headings = [
  ['housing', '住房'],
  ['food', '吃'],
  ['clothing', '穿'],
  ['goods', '用'],
  ['income', '收入'],
  ['property', '财产'],
  ['auxiliary', '辅助线索'],
] as const;

function approvalWords({ remoteApprovals }: Investigation, id: string): string {
  const found = remoteApprovals.find(({ visitId }) => visitId === id);
  return found ? `${formatDateWithWeekday(found.on)}批准：${found.opinion}` : '尚未批准';
}

function madeGoodWords(
  { madeGood }: Investigation,
  { id, remote }: Investigation['visits'][number],
): string {
  const done = madeGood.find(({ visitId }) => visitId === id);
  if (!done) return `应于 ${formatDateWithWeekday(remote?.makeGoodBy as LocalDate)}前补上`;
  const found = done.agrees ? '与电话、视频调查一致' : '不一致';
  return `${formatDateWithWeekday(done.on)}补上，${found}：${done.result}`;
}

/** What is said of a visit by phone or video; nothing of one on the spot. */
function remoteItems(investigation: Investigation, visit: Investigation['visits'][number]) {
  const { id, remote, remoteBecause } = visit;
  if (remoteBecause === null) return [];
  const said = remote
    ? {
        label: remoteWays[remote.way],
        value: `${remoteGrounds[remote.ground]}：${remoteBecause}`,
        wide: true,
      }
    : { label: '未入户的原因', value: remoteBecause };
  const owed = remote?.makeGoodBy
    ? [{ label: '补充入户', value: madeGoodWords(investigation, visit) }]
    : [];
  return [said, { label: '批准', value: approvalWords(investigation, id) }, ...owed];
}

/** What has been recorded so far, newest last; earlier rounds stay readable and say that they no longer count. */
export function RecordedVisits({ given }: { given: StagePanelProps }) {
  const { investigation, household } = given.state;
  const { visits, interviews, visitsBeforeRound, interviewsBeforeRound } = investigation;
  if (visits.length + interviews.length === 0) return null;
  const nameOf = (id: string) =>
    household.declaration?.people.find(({ memberId }) => memberId === id)?.name ?? '';
  const paper = (name: string, id: string) => `/api/cases/${given.caseId}/papers/${name}?id=${id}`;
  return (
    <Panel title="已提交的调查记录">
      {visits.map((visit, index) => (
        <Visit key={visit.id} isEarlier={index < visitsBeforeRound} title="入户调查" on={visit.on}>
          <DescriptionSheet
            items={[
              { label: '调查人员', value: namesOf(visit.visitors) },
              { label: '在场家庭成员', value: nameOf(visit.memberPresent) },
              ...remoteItems(investigation, visit),
              ...headings.flatMap(([key, label]) =>
                visit.seen[key] ? [{ label, value: visit.seen[key], wide: true }] : [],
              ),
            ]}
          />
          {visit.photoDoubts.map((doubt) => (
            <p key={doubt} className="yc-doubt">
              疑点:{doubt}
            </p>
          ))}
          <Photos files={visit.photos} />
          <a href={paper('home-visit-form', visit.id)} target="_blank" rel="noreferrer">
            打印入户调查表
          </a>
        </Visit>
      ))}
      {interviews.map((each, index) => (
        <Visit
          key={each.id}
          isEarlier={index < interviewsBeforeRound}
          title="邻里访问"
          on={each.on}
        >
          <DescriptionSheet
            items={[
              { label: '调查人员', value: namesOf(each.visitors) },
              { label: '邻居', value: `（保密）${each.relation}` },
              ...Object.entries(each.answers).map(([label, value]) => ({
                label,
                value,
                wide: true,
              })),
            ]}
          />
          <a href={paper('neighbour-interview', each.id)} target="_blank" rel="noreferrer">
            打印邻里访问记录
          </a>
        </Visit>
      ))}
    </Panel>
  );
}

type VisitProps = {
  readonly title: string;
  readonly on: Investigation['visits'][number]['on'];
  readonly isEarlier: boolean;
  readonly children: ReactNode;
};

function Visit({ title, on, isEarlier, children }: VisitProps) {
  return (
    <details className="yc-quiet-act" open={!isEarlier}>
      <summary>
        {title} · {formatDateWithWeekday(on)}
        {isEarlier && '（重新调查以前）'}
      </summary>
      <div className="yc-quiet-form">{children}</div>
    </details>
  );
}

/** Pictures of a visit, small; each opens in full. */
export function Photos({
  files,
}: {
  files: readonly { readonly hash: string; readonly name: string }[];
}) {
  return (
    <ul className="yc-photos">
      {files.map(({ hash, name }) => (
        <li key={hash}>
          <a href={`/api/files/${hash}/view`} target="_blank" rel="noreferrer">
            <img src={`/api/files/${hash}/view`} alt={name} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function namesOf(visitors: readonly { readonly name: string }[]): string {
  return visitors.map(({ name }) => name).join('、');
}
