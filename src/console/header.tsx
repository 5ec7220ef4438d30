import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, type RefObject, useState } from 'react';
import { useLargeType } from '../ui/large-type.ts';
import type { Problem } from '../ui/problem.ts';
import { isFor } from './screen.ts';
import { screens } from './screens.ts';
import { searchFor } from './search-text.ts';
import { type Session, signOut, switchPost, useSessionChanged } from './session.ts';

type HeaderProps = {
  readonly session: Session;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
  /** On a phone: opens the menu. */
  readonly onMenu?: () => void;
};

/** 一门 · county, search, who acts in which post, type size, the keys, sign-out. */
export function Header({ session, searchField, onHelp, onMenu }: HeaderProps) {
  const [isLarge, setIsLarge] = useLargeType();
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <header className="yc-header">
      {onMenu && <Button onClick={onMenu}>菜单</Button>}
      <Link to="/" className="yc-brand">
        一门{session.county && <span> · {session.county}</span>}
      </Link>
      <Search field={searchField} role={session.post?.role ?? ''} isNarrow={onMenu !== undefined} />
      <div className="yc-who">
        <span className="yc-person">{session.person?.name}</span>
        <PostSwitcher session={session} onProblem={setProblem} />
        <Button size="small" aria-pressed={isLarge} onClick={() => setIsLarge(!isLarge)}>
          {isLarge ? '平常字号' : '大字'}
        </Button>
        <Button size="small" className="yc-help" onClick={onHelp}>
          按键 ?
        </Button>
        <Button size="small" onClick={() => void signOut().then(setProblem)}>
          退出登录
        </Button>
      </div>
      {problem && (
        <p role="alert" className="ym-wrong">
          {problem.detail}
        </p>
      )}
    </header>
  );
}

type SearchProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly role: string;
  readonly isNarrow: boolean;
};

/** For whoever may look for cases; to others the server would only say no. */
function Search({ field, role, isNarrow }: SearchProps) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const answering = screens.find((screen) => screen.answersSearch && isFor(screen, role));
  if (!answering) return null;
  const search = (event: FormEvent) => {
    event.preventDefault();
    searchFor(text.trim());
    void navigate({ to: answering.path });
  };
  return (
    <search className="yc-search">
      <form onSubmit={search}>
        <input
          ref={field}
          type="search"
          aria-label="查找人、家庭或办件"
          placeholder={
            isNarrow ? '姓名、身份证号、电话' : '姓名、拼音首字母、身份证号、电话（按 / 键）'
          }
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">查找</Button>
      </form>
    </search>
  );
}

type PostSwitcherProps = {
  readonly session: Session;
  readonly onProblem: (problem: Problem | null) => void;
};

function PostSwitcher({ session: { post, posts = [] }, onProblem }: PostSwitcherProps) {
  const changed = useSessionChanged();
  const navigate = useNavigate();
  if (!post) return null;
  if (posts.length < 2) return <span className="yc-post">{postWords(post)}</span>;
  const change = async (postId: string) => {
    const problem = await switchPost(postId);
    onProblem(problem);
    if (problem) return;
    await changed();
    await navigate({ to: '/' });
  };
  return (
    <select
      className="yc-post"
      aria-label="当前岗位"
      value={post.id}
      onChange={(event) => void change(event.target.value)}
    >
      {posts.map((one) => (
        <option key={one.id} value={one.id}>
          {postWords(one)}
        </option>
      ))}
    </select>
  );
}

function postWords({ placeName, roleTitle }: { placeName: string; roleTitle: string }): string {
  return `${placeName} ${roleTitle}`;
}
