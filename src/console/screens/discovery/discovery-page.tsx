import { Link } from '@tanstack/react-router';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/discovery/access.ts';
import { discoveryView } from '../../../modules/discovery/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { casePath } from '../case/case-words.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import type { DiscoveryShown } from './discovery-path.ts';
import { closing, OpenApplication, ReportAct, telling } from './discovery-acts.tsx';

/** One report: what was seen, whether the family was told, and how it ended. */
export default function DiscoveryPage() {
  const discoveryId = useParam('discoveryId');
  const { answer, awaiting, problem, askAgain } = useAnswer(discoveryView, {
    params: { discoveryId },
  });
  if (answer) return <Discovery key={discoveryId} view={answer} onDone={askAgain} />;
  return (
    <Page title="主动发现报告">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
    </Page>
  );
}

function Discovery({ view, onDone }: { view: DiscoveryShown; onDone: () => void }) {
  const { session } = useSession();
  const { summary, told, ended } = view;
  const role = session?.post?.role ?? '';
  const may = (name: keyof typeof access) => access[name].roles.some((each) => each === role);
  const isOpen = ended === null;
  return (
    <Page title={`${summary.name} · ${summary.villageName}`} under={standing(view)}>
      {isOpen && may('OpenFromReport') && <OpenApplication view={view} />}
      <Panel title="看到的情况">
        <DescriptionSheet items={itemsOf(view)} />
        {view.photos.map(({ hash, name }) => (
          <p key={hash}>
            <a href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
              {name}
            </a>
          </p>
        ))}
      </Panel>
      {(told || ended) && (
        <Panel title="办理">
          {told && (
            <p>
              {dayWords(told.on)}，{told.by}告知政策：{told.how}
            </p>
          )}
          {ended && (
            <p>
              {dayWords(ended.on)}，{ended.by}：{ended.words}
              {summary.caseId !== '' && (
                <>
                  {'，'}
                  <Link to={casePath(summary.caseId)}>打开办件</Link>
                </>
              )}
            </p>
          )}
        </Panel>
      )}
      {isOpen && (may('TellFamily') || may('CloseReport')) && (
        <section className="yc-quiet-acts" aria-label="其他办理">
          <h2>其他办理</h2>
          {!told && may('TellFamily') && <ReportAct spec={telling} view={view} onDone={onDone} />}
          {may('CloseReport') && <ReportAct spec={closing} view={view} onDone={onDone} />}
        </section>
      )}
    </Page>
  );
}

const dayWords = (on: string) => formatDate(localDate(on));

function standing({ summary: { outcome, isOverdue, dueOn, urgent } }: DiscoveryShown): string {
  if (outcome) return outcome;
  const due = isOverdue
    ? `已超过期限，应于 ${dayWords(dueOn)}前办结`
    : `应于 ${dayWords(dueOn)}前办结`;
  return urgent ? `紧急 · ${due}` : due;
}

function itemsOf(view: DiscoveryShown) {
  const { summary } = view;
  const known = [
    { label: '住在哪里', value: view.address },
    { label: '几口人', value: view.people === null ? '' : `${view.people} 人` },
    { label: '电话', value: view.phone },
    { label: '身份证号', value: view.idNumber },
    { label: '反映人', value: view.informant },
  ].filter(({ value }) => value !== '');
  return [
    { label: '情况', value: summary.seen, wide: true },
    { label: '哪一天看到', value: dayWords(summary.seenOn) },
    { label: '怎么知道', value: view.source },
    ...known,
    ...(summary.needsHelp
      ? [{ label: '帮助申请', value: '本人没有能力自己申请，须帮助其申请', wide: true }]
      : []),
    { label: '报告人', value: `${view.reportedBy}，${dayWords(summary.reportedOn)}` },
  ];
}
