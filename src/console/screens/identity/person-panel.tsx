import { Button } from 'antd';
import type { Place } from '../../../ui/field/place-select.tsx';
import { Panel } from '../../../ui/page.tsx';
import { dayWords } from '../../day-words.ts';
import { FirstPasswordAct } from './first-password-act.tsx';
import { GrantPostAct } from './grant-post-act.tsx';
import { accountWords, type PersonRow, postStandings } from './person-words.ts';
import { PostActs, ResetSecondFactorAct } from './post-acts.tsx';

export type PersonPanelProps = {
  readonly person: PersonRow;
  readonly places: readonly Place[];
  readonly role: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** One person: account, posts, and what the administrator looking may do about them. */
export function PersonPanel(props: PersonPanelProps) {
  const { person, places, role, onDone, onClose } = props;
  const hasAccount = person.loginName !== '';
  return (
    <Panel title={person.name}>
      <p>
        {hasAccount ? `登录名 ${person.loginName}，` : ''}
        {accountWords(person)}。
      </p>
      <ul>
        {person.posts.map((post) => (
          <li key={post.postId}>
            {post.placeName} {post.roleTitle} · {postStandings[post.standing]} ·{' '}
            {dayWords(post.from)}起{post.to && `至${dayWords(post.to)}`} · {post.basis}
            <PostActs person={person} post={post} role={role} onDone={onDone} />
          </li>
        ))}
      </ul>
      <div className="yc-quiet-acts">
        {role === 'system-admin' && (
          <GrantPostAct person={person} places={places} onDone={onDone} />
        )}
        {role === 'system-admin' && hasAccount && (
          <FirstPasswordAct person={person} onDone={onDone} />
        )}
        {role === 'security-admin' && hasAccount && (
          <ResetSecondFactorAct person={person} onDone={onDone} />
        )}
      </div>
      <Button onClick={onClose}>收起</Button>
    </Panel>
  );
}
