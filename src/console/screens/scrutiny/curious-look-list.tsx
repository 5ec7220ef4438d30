import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import {
  type CuriousLine,
  curiousLookList,
  reviewLook,
} from '../../../modules/scrutiny/contract.ts';
import { lookRuleTitles } from '../../../modules/scrutiny/curious-look.ts';
import { verdictTitles } from '../../../modules/scrutiny/scrutiny.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { TypedAct } from '../inspection/typed-act.tsx';
import { optionsFrom } from '../review/act-spec.ts';

/** 异常查看审查: looks that a rule finds odd; the audit administrator asks, and writes what it was. */
export default function CuriousLookList() {
  const [chosen, setChosen] = useState('');
  const [which, setWhich] = useState('open');
  const { answer, awaiting, problem, askAgain } = useAnswer(curiousLookList, { params: {} });
  const open = answer?.looks.filter(({ verdict }) => verdict === '').length ?? 0;
  const look = answer?.looks.find(({ readingId }) => readingId === chosen);
  return (
    <Page
      title="异常查看审查"
      under={
        answer &&
        `最近 ${answer.days} 天，待审查 ${open} 次。触发规则不等于有问题，请问过本人再下结论。`
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {look && <Look key={look.readingId} look={look} onDone={askAgain} />}
      <DataList
        title="触发规则的查看"
        unit="次"
        rows={answer?.looks.filter(
          ({ verdict }) => which === '' || (verdict === '') === (which === 'open'),
        )}
        keyOf={({ readingId }) => readingId}
        columns={columns}
        filters={[
          {
            ...{ key: 'which', label: '状态', value: which, onChange: setWhich },
            options: [
              { value: 'open', label: '待审查' },
              { value: 'reviewed', label: '已审查' },
              { value: '', label: '全部' },
            ],
          },
        ]}
        onOpen={({ readingId }) => setChosen(readingId)}
        empty="没有触发规则的查看。"
        awaiting={awaiting}
      />
      {answer && (
        <Panel title="规则">
          <ul>
            {answer.rules.map(({ title, basis, doubt }) => (
              <li key={title}>
                {title}：{basis}。<span className="ym-quiet">{doubt}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

function Look({ look, onDone }: { readonly look: CuriousLine; readonly onDone: () => void }) {
  const { readingId, verdict } = look;
  return (
    <>
      <Panel title={`${look.reader} · ${formatInstant(instant(look.at))}`}>
        <DescriptionSheet
          items={[
            { label: '查看内容', value: look.what },
            { label: '写明的用途', value: look.purpose },
            { label: '办件', value: `${look.placeName} ${look.number}` },
            {
              ...{ label: '触发的规则', wide: true },
              value: look.hits.map(({ because }) => because).join('；') || '办理以后不再触发',
            },
            ...(verdict === ''
              ? []
              : [
                  {
                    ...{ label: '审查结果', wide: true },
                    value: `${verdictTitles[verdict]}：${look.note}（${look.reviewedOn} ${look.reviewer}）`,
                  },
                ]),
          ]}
        />
      </Panel>
      {verdict === '' && (
        <TypedAct
          name={`review-look:${readingId}`}
          contract={reviewLook}
          params={{ readingId }}
          about="问过本人、看过办理记录以后填写；与办理无关的移送处理，结果另行记录。"
          fields={[
            { key: 'verdict', label: '审查结果', is: 'code', options: optionsFrom(verdictTitles) },
            { key: 'note', label: '说明', is: 'text', lines: 2 },
          ]}
          initial={{ verdict: null, note: '' }}
          bodyOf={(form) => form}
          onDone={onDone}
        />
      )}
    </>
  );
}

const columns: readonly ListColumn<CuriousLine>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => formatInstant(instant(at)), width: 11 },
  { key: 'reader', title: '查看人', cell: ({ reader }) => reader, width: 7 },
  { key: 'what', title: '内容', cell: ({ what }) => what, width: 7 },
  { key: 'place', title: '乡镇（街道）', cell: ({ placeName }) => placeName, width: 9 },
  {
    ...{ key: 'hits', title: '触发的规则' },
    cell: ({ hits }) => hits.map(({ rule }) => lookRuleTitles[rule]).join('、'),
  },
  {
    ...{ key: 'verdict', title: '审查', width: 12 },
    cell: ({ verdict }) => (verdict === '' ? '待审查' : verdictTitles[verdict]),
  },
];
