import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { permissionList } from '../../../modules/identity/contract.ts';
import { allRoles, roleTitles } from '../../../modules/identity/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import type { Filter } from '../../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../../ui/list/filter-sentence.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Permission = ValueOf<(typeof permissionList)['answer']>['permissions'][number];

/** 权限一览: who may do and see what, from the server's own register of routes. */
export default function PermissionList() {
  const [role, setRole] = useState('');
  const found = useAnswer(permissionList, { params: {} });
  const shown = (found.answer?.permissions ?? []).filter(
    ({ roles }) => role === '' || roles.includes(role),
  );
  return (
    <Page title="权限一览" under="由系统登记的办理事项生成，与实际权限一致">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      <FilterSentence filters={[roleFilter(role, setRole)]} />
      <Table title="办理" rows={shown.filter(({ isCommand }) => isCommand)} />
      <Table title="查看" rows={shown.filter(({ isCommand }) => !isCommand)} />
    </Page>
  );
}

function roleFilter(role: string, onChange: (role: string) => void): Filter {
  const titles = allRoles.map((each) => roleTitles[each]);
  const options = titles.map((title) => ({ value: title, label: title }));
  return {
    key: 'role',
    label: '岗位',
    value: role,
    options: [{ value: '', label: '全部岗位' }, ...options],
    onChange,
  };
}

function Table({ title, rows }: { title: string; rows: readonly Permission[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title={`${title}（${rows.length} 项）`}>
      <div className="yc-wide-table">
        <table className="ym-ledger-table">
          <caption className="ym-heard">{title}</caption>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">岗位</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, title: words, roles, sentence }) => (
              <tr key={name}>
                <th scope="row">{words}</th>
                <td>{roles.length === 0 ? sentence : roles.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
