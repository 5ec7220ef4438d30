import { useState } from 'react';
import { placeCode } from '../../../kernel/place.ts';
import { personList } from '../../../modules/identity/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { PersonPanel } from './person-panel.tsx';
import { accountWords, type PersonRow, postsWords } from './person-words.ts';
import { RegisterPersonAct } from './register-person-act.tsx';

/** 账号与岗位: the system administrator sets up, the security administrator approves. */
export default function PersonList() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const [only, setOnly] = useState<'all' | 'asked'>('all');
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useAnswer(personList, { params: {} });
  const persons = found.answer?.persons;
  const asked = persons?.filter(({ posts }) => posts.some(({ standing }) => standing === 'asked'));
  const open = persons?.find(({ personId }) => personId === openId);
  const places = (found.answer?.places ?? []).map(({ code, name }) => ({
    code: placeCode(code),
    name,
  }));
  return (
    <Page
      title="账号与岗位"
      under={asked && asked.length > 0 ? `${asked.length} 人有岗位待安全管理员批准` : undefined}
    >
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {open && (
        <PersonPanel
          key={open.personId}
          person={open}
          places={places}
          role={role}
          onDone={found.askAgain}
          onClose={() => setOpenId(null)}
        />
      )}
      {role === 'system-admin' && found.answer && (
        <RegisterPersonAct county={placeCode(found.answer.county)} onDone={setOpenId} />
      )}
      <DataList
        title="人员"
        unit="人"
        rows={only === 'asked' ? asked : persons}
        keyOf={({ personId }) => personId}
        columns={columns}
        onOpen={({ personId }) => setOpenId(personId)}
        filters={[
          {
            key: 'only',
            label: '岗位',
            value: only,
            options: [
              { value: 'all', label: '全部人员' },
              { value: 'asked', label: '有岗位待批准' },
            ],
            onChange: (value) => setOnly(value === 'asked' ? 'asked' : 'all'),
          },
        ]}
        empty={only === 'asked' ? '没有待批准的岗位。' : '还没有人员。请先建立账号。'}
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<PersonRow>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, width: 7 },
  { key: 'login', title: '登录名', cell: ({ loginName }) => loginName || '—', width: 9 },
  { key: 'account', title: '账号', cell: accountWords, width: 8 },
  { key: 'posts', title: '岗位', cell: postsWords },
];
