import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type CountyHome as Answer, countyHome } from '../../../modules/overview/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { potWords, standingWords } from '../funds/budget-words.ts';
import './overview.css';
import { Townships } from './townships.tsx';

const periods = [
  { value: '1', label: '近一个月' },
  { value: '3', label: '近三个月' },
  { value: '12', label: '近十二个月' },
] as const;

const budgetPath: string = '/fund-budget';
const waitingPath = (group: string): string => `/county/${group}`;

/** 总览: what needs the county today, its six figures, and township by township. */
export default function CountyHome() {
  const [months, setMonths] = useState(3);
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(countyHome, {
    params: {},
    search: { months },
    everySeconds: 300,
  });
  const next = answer?.next;
  return (
    <Page
      title="总览"
      under={answer && sentenceOf(answer)}
      next={
        next && (
          <NextAct
            title={`${next.title}：${next.act}`}
            onAct={() => void navigate({ to: waitingPath(next.code) })}
          />
        )
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && (
        <>
          <Shortages shortages={answer.shortages} />
          <WaitingGroups groups={answer.waiting} next={answer.next?.code} />
          <Panel title={`${answer.since} 以来`}>
            <CodeSelect
              id="months"
              label="统计期间"
              required
              value={String(months)}
              onChange={(value) => setMonths(Number(value ?? '3'))}
              options={[...periods]}
            />
            <Figures figures={answer.figures} />
          </Panel>
          <Townships townships={answer.townships} />
        </>
      )}
    </Page>
  );
}

/** Money that does not last, with how many days are left; it stops nobody's payment. */
function Shortages({ shortages }: Pick<Answer, 'shortages'>) {
  if (shortages.length === 0) return null;
  return (
    <section className="yo-shortages" aria-label="资金不够">
      {shortages.map((each) => (
        <p key={`${each.scheme} ${each.residence}`}>
          <Link to={budgetPath}>{potWords(each)}</Link>：{standingWords(each)}
        </p>
      ))}
    </section>
  );
}

type GroupsProps = { readonly groups: Answer['waiting']; readonly next: string | undefined };

function sentenceOf({ sentence, shortages }: Pick<Answer, 'sentence' | 'shortages'>): string {
  return shortages.length === 0 ? sentence : `${sentence}有 ${shortages.length} 项资金不够。`;
}

/** Every count is a link to what it is made of; what there is none of is said in one quiet line. */
function WaitingGroups({ groups, next }: GroupsProps) {
  const open = groups.filter(({ count }) => count > 0);
  const none = groups.filter(({ count }) => count === 0);
  return (
    <section className="yo-waiting" aria-label="需要县里办">
      {open.map(({ code, title, act, count, late, due }) => (
        <Link
          key={code}
          to={waitingPath(code)}
          className="yo-group"
          data-state={late > 0 ? 'overdue' : 'open'}
          data-next={code === next}
        >
          <strong>{count}</strong>
          <span className="yo-group-title">{title}</span>
          <span className="ym-quiet">{wordsOf(act, late, due)}</span>
        </Link>
      ))}
      {none.length > 0 && (
        <p className="yo-none ym-quiet">
          没有等着办的：{none.map(({ title }) => title).join('、')}。
        </p>
      )}
    </section>
  );
}

function wordsOf(act: string, late: number, due: string): string {
  if (late > 0) return `${act} · ${late} 件超期`;
  return due === '' ? act : `${act} · 最早 ${due}`;
}

function Figures({ figures }: { readonly figures: Answer['figures'] }) {
  return (
    <dl className="yo-figures">
      {figures.map(({ title, words, definition }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{words}</dd>
          <dd className="ym-quiet">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
