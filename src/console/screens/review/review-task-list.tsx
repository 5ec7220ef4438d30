import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/review/access.ts';
import { type TaskLine, reviewTasks } from '../../../modules/review/contract.ts';
import { taskKinds, type TaskKind } from '../../../modules/review/task-kind.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { ExtensionAct } from './extension-act.tsx';
import { benefitPath } from './benefit-path.ts';
import { useExport } from '../../use-export.ts';

type Wish = {
  readonly mine: string;
  readonly kind: string;
  readonly days: string;
  readonly township: string;
};

/** 复核待办: what has to be done for those on assistance, by day; nothing happens by itself when a day passes. */
export default function ReviewTaskList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const isCounty = session?.post?.place.length === 6;
  const [wish, setWish] = useState<Wish>({ mine: 'true', kind: '', days: '30', township: '' });
  const search = {
    days: Number(wish.days),
    ...(wish.mine !== '' && { mine: wish.mine as 'true' }),
    ...(wish.kind !== '' && { kind: wish.kind as TaskKind }),
    ...(wish.township !== '' && { township: wish.township }),
  };
  const { answer, awaiting, problem, askAgain } = useAnswer(reviewTasks, { params: {}, search });
  const exported = useExport('review-tasks', search);
  const set = (key: keyof Wish) => (value: string) => setWish({ ...wish, [key]: value });
  const mayExtend = access.ExtendReviews.roles.some((each) => each === session?.post?.role);
  const reviews = (answer?.tasks ?? [])
    .filter(({ kind }) => kind === 'review')
    .map(({ benefitId }) => benefitId);
  return (
    <Page title="复核待办" under={answer?.sentence}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="复核待办"
        {...exported}
        unit="件"
        rows={answer?.tasks}
        keyOf={({ benefitId, kind, what }) => `${benefitId} ${kind} ${what}`}
        columns={isCounty ? columns : columns.filter(({ key }) => key !== 'township')}
        onOpen={({ benefitId }) => void navigate({ to: benefitPath(benefitId) })}
        filters={[
          filter('mine', '由谁办', wish.mine, set('mine'), [
            ['true', '本岗位办的'],
            ['', '所有岗位的'],
          ]),
          filter('kind', '事项', wish.kind, set('kind'), [
            ['', '全部事项'],
            ...Object.entries(taskKinds),
          ]),
          filter('days', '期限', wish.days, set('days'), [
            ['0', '今天到期和已超期'],
            ['7', '7 天内到期'],
            ['30', '30 天内到期'],
            ['366', '一年内到期'],
          ]),
          ...(isCounty
            ? [
                filter('township', '乡镇', wish.township, set('township'), [
                  ['', '全部乡镇'],
                  ...(answer?.townships ?? []).map(
                    ({ code, name, due, overdue }) =>
                      [code, `${name}（${due} 件，超期 ${overdue} 件）`] as const,
                  ),
                ]),
              ]
            : []),
        ]}
        empty="没有要办的事。核查快到期、登记了变化或者调整走到下一步时，会列在这里。"
        awaiting={awaiting}
      />
      {mayExtend && reviews.length > 0 && <ExtensionAct benefitIds={reviews} onDone={askAgain} />}
    </Page>
  );
}

function filter(
  key: string,
  label: string,
  value: string,
  onChange: (value: string) => void,
  options: readonly (readonly [string, string])[],
) {
  return {
    key,
    label,
    value,
    onChange,
    options: options.map(([code, words]) => ({ value: code, label: words })),
  };
}

const columns: readonly ListColumn<TaskLine>[] = [
  { key: 'head', title: '户主（本人）', cell: ({ head }) => head, width: 7 },
  { key: 'due', title: '期限', cell: dueWords, width: 12 },
  { key: 'scheme', title: '救助', cell: ({ scheme }) => SCHEME_SHORT[scheme], width: 6 },
  { key: 'what', title: '要办的事', cell: ({ what }) => what },
  { key: 'township', title: '乡镇', cell: ({ townshipName }) => townshipName, width: 6 },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'number', title: '编号', cell: ({ number }) => number, width: 14 },
];

function dueWords({ dueOn, left }: TaskLine) {
  if (left === null) return '随到随办';
  const day = formatShortDate(localDate(dueOn));
  if (left < 0) return <span className="ym-wrong">{`${day} 超期 ${-left} 天`}</span>;
  return left === 0 ? `${day} 今天到期` : `${day} 还剩 ${left} 天`;
}
