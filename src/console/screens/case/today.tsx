import { Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { access } from '../../../modules/case/access.ts';
import { today } from '../../../modules/case/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { useListKeys } from '../../../ui/list/use-list-keys.ts';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { casePath } from './case-words.ts';
import { TodayBand } from './today-band.tsx';

/** What would fill an empty band. */
const empty: Readonly<Record<string, string>> = {
  'must-today': '没有今天到期或者已经超期的办件。',
  'this-week': '本周没有到期的办件。',
  waiting: '没有在等别人办理的办件。',
  new: '没有新到的办件。受理申请或者上一环节办完后，会出现在这里。',
};

/** 今日 is for those who handle cases. Whoever has another post, and kept the address, goes to their own first screen. */
export default function Today() {
  const { session } = useSession();
  const role = session?.post?.role;
  const mayRead = role === undefined || access.Today.roles.some((each) => each === role);
  return mayRead ? <Bands /> : <Navigate to="/" replace />;
}

/** Four bands by legal deadline, j/k through all of them, Enter opens. */
function Bands() {
  const { answer, awaiting, problem, askAgain } = useAnswer(today, {
    params: {},
    everySeconds: 120,
  });
  const { session } = useSession();
  const navigate = useNavigate();
  const lines = (answer?.bands ?? []).flatMap(({ cases }) => cases);
  const open = (caseId: string) => void navigate({ to: casePath(caseId) });
  const { marked } = useListKeys(lines.length, (index) => {
    const line = lines[index];
    if (line) open(line.caseId);
  });
  const markedId = marked === null ? null : lines[marked]?.caseId;
  useEffect(() => {
    if (markedId) document.getElementById(`today-${markedId}`)?.focus();
  }, [markedId]);
  const isCounty = session?.post?.place.length === 6;
  return (
    <Page title="今日" under={answer?.sentence}>
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer?.bands.map(({ band, title, cases, total }) => (
        <TodayBand
          key={band}
          band={band}
          title={title}
          lines={cases}
          total={total}
          empty={empty[band] ?? ''}
          isCounty={isCounty}
        />
      ))}
    </Page>
  );
}
