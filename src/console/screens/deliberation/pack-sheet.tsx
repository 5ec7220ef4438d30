import type { ValueOf } from '../../../kernel/contract.ts';
import { meetingPack } from '../../../modules/deliberation/contract.ts';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Page = ValueOf<(typeof meetingPack)['answer']>['pages'][number];

/** 会议材料 of one case on the screen: the same page the members have on paper. */
export function PackSheet({ meetingId, caseId }: { meetingId: string; caseId: string }) {
  const { answer } = useAnswer(meetingPack, { params: { meetingId } });
  const page = answer?.pages.find((each) => each.caseId === caseId);
  if (!page) return null;
  return (
    <details open className="yd-pack">
      <summary>会议材料</summary>
      <DescriptionSheet
        items={[
          ...page.facts,
          {
            label: '共同生活的家庭成员',
            value: page.people.map(({ name, what }) => `${name}（${what}）`).join('、'),
            wide: true,
          },
        ]}
      />
      <Trace page={page} />
      <Points title="材料和调查" points={page.evidence} />
      <Points
        title="公示和异议"
        points={page.objections.length === 0 ? ['公示期间没有收到异议。'] : page.objections}
      />
      <Points
        title="系统检查"
        points={page.checks.map(
          ({ title, holds, because }) => `${holds ? '符合' : '未办'} · ${title}：${because}`,
        )}
      />
    </details>
  );
}

function Trace({ page: { result, trace } }: { page: Page }) {
  return (
    <section aria-label="金额怎样算出来的">
      <h3>金额怎样算出来的</h3>
      <p>{result}</p>
      <ul className="yd-trace">
        {trace.map(({ depth, label, figure, article }) => (
          <li key={`${depth} ${label} ${figure}`} data-depth={depth}>
            <span>{label}</span>
            <strong>{figure}</strong>
            {article && <small>{article}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {points.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
