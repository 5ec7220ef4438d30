import { Button } from 'antd';
import { useState } from 'react';
import { placeCode } from '../../../kernel/place.ts';
import { registerList } from '../../../modules/disclosure/contract.ts';
import { registerKinds } from '../../../modules/disclosure/register-entry.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { AddOfficial } from './add-official.tsx';
import { OfficialActs, type RegisterEntry } from './official-acts.tsx';
import { useExport } from '../../use-export.ts';

/** 近亲属备案名册: officials and village cadres of the county with the relatives they declared. */
export default function RegisterPage() {
  const { session } = useSession();
  const mayWrite = session?.post?.role === 'aid-officer';
  const [ended, setEnded] = useState<'true' | 'false'>('false');
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useAnswer(registerList, { params: {}, search: { text: '', ended } });
  const open = found.answer?.entries.find(({ entryId }) => entryId === openId);
  const places = (found.answer?.places ?? []).map(({ code, name }) => ({
    code: placeCode(code),
    name,
  }));
  const exported = useExport('relatives', { text: '', ended });
  return (
    <Page title="近亲属备案名册" under="受理时自动比对；乡镇看不到本名册，只看到自己办件的比对结果">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {open && (
        <Panel title={`${open.name} · ${open.placeName} ${open.position}`}>
          <p>
            已申报近亲属 {open.relatives} 人{open.declaredOn && `，申报日期 ${open.declaredOn}`}。
          </p>
          {mayWrite && open.endedOn === '' && (
            <OfficialActs key={open.entryId} entry={open} onDone={found.askAgain} />
          )}
          <Button onClick={() => setOpenId(null)}>收起</Button>
        </Panel>
      )}
      {mayWrite && (
        <AddOfficial
          places={places}
          holders={found.answer?.holders ?? []}
          onDone={found.askAgain}
        />
      )}
      <DataList
        title="名册"
        {...exported}
        unit="人"
        rows={found.answer?.entries}
        keyOf={({ entryId }) => entryId}
        columns={columns}
        onOpen={({ entryId }) => setOpenId(entryId)}
        filters={[
          {
            key: 'ended',
            label: '任职',
            value: ended,
            options: [
              { value: 'false', label: '在任' },
              { value: 'true', label: '包括已移出' },
            ],
            onChange: (value) => setEnded(value === 'true' ? 'true' : 'false'),
          },
        ]}
        empty="名册还是空的。请登记救助经办人员和村（社区）干部，并录入其申报的近亲属。"
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<RegisterEntry>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, width: 6 },
  { key: 'idTail', title: '身份证号', cell: ({ idTail }) => `…${idTail}`, width: 6 },
  { key: 'kind', title: '类别', cell: ({ kind }) => registerKinds[kind], width: 9 },
  { key: 'place', title: '任职地方', cell: ({ placeName }) => placeName, width: 10 },
  { key: 'position', title: '职务', cell: ({ position }) => position },
  {
    key: 'declared',
    title: '近亲属',
    cell: ({ declaredOn, relatives }) => (declaredOn ? `${relatives} 人` : '尚未申报'),
    width: 7,
  },
  {
    key: 'standing',
    title: '任职',
    cell: ({ endedOn }) => (endedOn ? `${endedOn} 移出` : '在任'),
    width: 9,
  },
];
