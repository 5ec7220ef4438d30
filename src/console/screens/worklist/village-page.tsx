import { Button } from 'antd';
import { useState } from 'react';
import { addDays, formatDate, type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { Link } from '@tanstack/react-router';
import { villageWeek } from '../../../modules/worklist/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParams } from '@tanstack/react-router';
import { useSession } from '../../session.ts';
import { WorkTable } from './work-table.tsx';
import { countWords, dayWords, villagePath } from './work-words.ts';
import '../../card-table.css';

const owner = {
  title: '办理人',
  cell: ({ ownerName }: { readonly ownerName: string }) => ownerName || '正在分办',
};

/** The week shown, and the ones before and after it. */
function Weeks(props: { readonly monday: string; readonly onMove: (monday: LocalDate) => void }) {
  const monday = localDate(props.monday);
  const move = (days: number) => props.onMove(addDays(monday, days));
  return (
    <p className="ym-row">
      <Button onClick={() => move(-7)}>前一周</Button>
      <span>
        {formatDate(monday)}至{formatDate(addDays(monday, 6))}
      </span>
      <Button onClick={() => move(7)}>后一周</Button>
    </p>
  );
}

/** 驻村一周: what the team does in one village, day by day, on one page to take along. */
export default function VillagePage() {
  const { session } = useSession();
  const params = useParams({ strict: false }) as { readonly village?: string };
  const village = params.village ?? session?.post?.place ?? '';
  const [from, setFrom] = useState<LocalDate | null>(null);
  const { answer, awaiting, problem, askAgain } = useAnswer(villageWeek, {
    ...{ params: { village }, when: village !== '' },
    ...(from && { search: { from } }),
  });
  if (!answer) {
    return (
      <Page title="驻村一周">
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
      </Page>
    );
  }
  const all = [...answer.days.flatMap(({ items }) => items), ...answer.later];
  const busy = answer.days.filter(({ items }) => items.length > 0);
  return (
    <Page title={`${answer.villageName}：驻村一周`} under={countWords(all)}>
      <Weeks monday={from ?? answer.days[0]?.day ?? ''} onMove={setFrom} />
      {busy.length === 0 && <p className="ym-empty">这一周没有到期的任务。</p>}
      {busy.map(({ day, working, items }) => (
        <Panel key={day} title={`${dayWords(day)}${working ? '' : '，休息日'}`}>
          <WorkTable items={items} last={owner} empty="" />
        </Panel>
      ))}
      {answer.later.length > 0 && (
        <Panel title="以后到期和没有期限的">
          <WorkTable items={answer.later} last={owner} empty="" />
        </Panel>
      )}
      <Panel title="本乡镇各村（社区）">
        <ul className="yc-points">
          {answer.villages
            .filter(({ open, code }) => open > 0 && code !== village)
            .map(({ code, name, open }) => (
              <li key={code}>
                <Link to={villagePath(code)}>{name}</Link>：{open} 项
              </li>
            ))}
        </ul>
        {answer.villages.every(({ open, code }) => open === 0 || code === village) && (
          <p className="ym-empty">别的村（社区）现在没有任务。</p>
        )}
      </Panel>
    </Page>
  );
}
