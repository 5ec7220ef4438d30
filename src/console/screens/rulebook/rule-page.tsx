import { Link } from '@tanstack/react-router';
import { access } from '../../../modules/rulebook/access.ts';
import { readWorkingRule, workingRuleView } from '../../../modules/rulebook/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { PublishAct, RepealAct } from './publish-act.tsx';
import { RuleReaders } from './rule-readers.tsx';
import { countyId, dayWords, rulePath, type RuleShown } from './rule-words.ts';

/** One working rule: the text that holds, those before and after it, and who has read it. */
export default function RulePage() {
  const ruleId = useParam('ruleId');
  const { answer, awaiting, problem, askAgain } = useAnswer(workingRuleView, {
    params: { ruleId },
  });
  if (answer) return <Rule key={ruleId} view={answer} onDone={askAgain} />;
  return (
    <Page title="工作制度">
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
    </Page>
  );
}

function Rule({ view, onDone }: { view: RuleShown; onDone: () => void }) {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const may = (name: keyof typeof access) => access[name].roles.some((each) => each === role);
  const read = useCommand(readWorkingRule);
  const { ruleId, current } = view;
  const shared = countyId(ruleId);
  const held = view.versions.find(({ version }) => version === current);
  const others = view.versions.filter(({ version }) => version !== current).toReversed();
  const act = async () => {
    const done = await read.give({ params: { ruleId }, body: { version: current ?? 0 } });
    if (done.ok) onDone();
  };
  return (
    <Page
      title={held?.title ?? view.title}
      under={`${view.placeName} · ${held ? held.documentNumber : '没有现行文本'}`}
      next={
        view.mustRead &&
        !view.isRead && <NextAct title={read.title} onAct={() => void act()} busy={read.busy} />
      }
    >
      <Refusal problem={read.problem} onAgain={() => void act()} />
      {held && <RuleText ruleId={ruleId} text={held} title="现行文本" />}
      {!held && (
        <p className="ym-empty">
          {shared === null ? (
            '这项制度还没有现行文本，由县级发布。'
          ) : (
            <>
              这里没有自己的文本，县里统一印发的适用：
              <Link to={rulePath(shared)}>打开县里的文本</Link>
            </>
          )}
        </p>
      )}
      {may('WorkingRuleReaders') && held && <RuleReaders ruleId={ruleId} />}
      {may('PublishWorkingRule') && (
        <section className="yc-quiet-acts" aria-label="其他办理">
          <h2>其他办理</h2>
          <PublishAct view={view} onDone={onDone} />
          {held?.repealedOn === '' && <RepealAct view={view} onDone={onDone} />}
        </section>
      )}
      {others.map((each) => (
        <RuleText
          key={each.version}
          ruleId={ruleId}
          text={each}
          title={each.version > (current ?? 0) ? '尚未施行的文本' : '以前的文本'}
        />
      ))}
    </Page>
  );
}

type TextProps = {
  readonly ruleId: string;
  readonly text: RuleShown['versions'][number];
  readonly title: string;
};

function RuleText({ ruleId, text, title }: TextProps) {
  const items = [
    { label: '文号', value: text.documentNumber },
    { label: '印发机关', value: text.issuer },
    { label: '印发日期', value: dayWords(text.issuedOn) },
    { label: '施行日期', value: dayWords(text.effectiveFrom) },
    ...(text.readOn ? [{ label: '您已阅读', value: dayWords(text.readOn) }] : []),
    ...(text.repealedOn
      ? [{ label: '废止', value: `${dayWords(text.repealedOn)}，${text.repealedBecause}` }]
      : []),
  ];
  return (
    <Panel title={title}>
      <DescriptionSheet items={items} />
      {text.text !== '' &&
        text.text.split('\n').map((line, index) => (
          // Lines of one text never move: their place is who they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <p key={index}>{line}</p>
        ))}
      {text.file && (
        <p>
          <a href={`/api/working-rules/${ruleId}/versions/${text.version}/file`} download>
            下载原件（{text.file.name}）
          </a>
        </p>
      )}
    </Panel>
  );
}
