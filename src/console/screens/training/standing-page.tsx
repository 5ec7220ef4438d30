import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { access } from '../../../modules/training/access.ts';
import {
  type Learner,
  revokeCertificate,
  trainingStanding,
} from '../../../modules/training/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { SecondAct } from '../inspection/typed-act.tsx';
import { coursePath, mayAct, paths, standingWords } from './training-words.ts';

const shows = { all: '全部', lacking: '缺证书的', soon: '快到期的' } as const;
type Show = keyof typeof shows;

/** 培训持证: who may not do what today, and whose certificate lapses soon. */
export default function StandingPage() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(trainingStanding, { params: {} });
  const { session } = useSession();
  const [show, setShow] = useState<Show>('all');
  const [opened, setOpened] = useState<Learner | null>(null);
  const role = session?.post?.role ?? '';
  const maySet = access.PublishCourse.roles.some((each) => each === role);
  return (
    <Page
      title="培训持证"
      under={answer && sentence(answer)}
      next={
        maySet && <NextAct title="发布课程" onAct={() => void navigate({ to: paths.publish })} />
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="培训持证"
        unit="项"
        rows={answer?.learners.filter((each) => isShown(each, show))}
        keyOf={({ person, act }) => `${person} ${act}`}
        columns={columns}
        onOpen={(learner) => setOpened(maySet && learner.number !== '' ? learner : null)}
        filters={[
          {
            key: 'show',
            label: '显示',
            value: show,
            options: (Object.keys(shows) as Show[]).map((value) => ({
              value,
              label: shows[value],
            })),
            onChange: (value) => setShow(Object.hasOwn(shows, value) ? (value as Show) : 'all'),
          },
        ]}
        empty={answer?.acts.length === 0 ? '本县还没有规定须持证办理的事项。' : '没有这样的人员。'}
        awaiting={awaiting}
      />
      {opened && (
        <SecondAct
          key={opened.number}
          name="revoke"
          contract={{ ...revokeCertificate, title: `撤销${opened.name}的证书` } as never}
          params={{ learnerId: opened.learnerId }}
          about={`撤销${opened.number}后，${opened.name}随即不能办理${opened.actTitle}，须重新学习、考试。`}
          fields={[{ key: 'reason', label: '理由', is: 'text' }]}
          initial={{ reason: '' }}
          bodyOf={(form) => ({ ...form, number: opened.number })}
          onDone={() => {
            setOpened(null);
            askAgain();
          }}
        />
      )}
      {answer && answer.courses.length > 0 && (
        <p>
          课程：
          {answer.courses.map(({ courseId, title }, no) => (
            <span key={courseId}>
              {no > 0 && '、'}
              <Link to={coursePath(courseId)}>{title}</Link>
            </span>
          ))}
        </p>
      )}
    </Page>
  );
}

function isShown({ standing }: Learner, show: Show): boolean {
  if (show === 'soon') return standing.is === 'soon';
  return show === 'all' || !mayAct(standing);
}

type Standing = { acts: readonly string[]; lacking: number; soon: number; warnDays: number };

function sentence({ acts, lacking, soon, warnDays }: Standing): string {
  if (acts.length === 0) return '本县没有规定须持证办理的事项';
  return `须持证办理：${acts.join('、')}。缺证书 ${lacking} 项，${warnDays} 天内到期 ${soon} 项`;
}

const columns: readonly ListColumn<Learner>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, width: 7 },
  { key: 'role', title: '岗位', cell: ({ roleTitle }) => roleTitle, width: 12 },
  { key: 'place', title: '地方', cell: ({ placeName }) => placeName, width: 9 },
  { key: 'act', title: '事项', cell: ({ actTitle }) => actTitle, width: 9 },
  { key: 'standing', title: '持证', cell: ({ standing }) => standingWords(standing) },
  { key: 'number', title: '证书编号', cell: ({ number }) => number || '—', width: 14 },
];
