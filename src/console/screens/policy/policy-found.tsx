import { headline } from '../../../modules/preview/headline.ts';
import { paidMonthly, previewed } from '../../../modules/preview/preview.ts';
import type { Sums } from '../../../modules/preview/sums.ts';
import { SCHEME } from '../../../rules/scheme.ts';
import { Panel } from '../../../ui/page.tsx';
import { countWords, dayWords, moneyWords, previewPath } from '../preview/preview-words.ts';
import { Charts } from '../preview/scheme-result.tsx';
import { tallyColumns } from '../preview/tally-column.ts';
import { TallyTable } from '../preview/tally-table.tsx';
import type { PolicyShown } from './policy-words.ts';

type PolicyFoundProps = { readonly preview: NonNullable<PolicyShown['preview']> };

const MONTHS_A_YEAR = 12;

/** 测算结果 kept with the draft: who gains and loses, money by month and year, by township, as chart. */
export function PolicyFound({ preview }: PolicyFoundProps) {
  const { previewId, day, months, households, townships, by, on } = preview;
  const { schemes } = preview.sums as Sums;
  const [first] = previewed.filter((each) => schemes[each].all.before.households > 0);
  const scheme = first ?? 'dibao';
  const { all, townships: own } = schemes[scheme];
  const rows = townships.flatMap(({ code, name }) => {
    const tally = own[code];
    return tally ? [{ key: code, title: name, tally }] : [];
  });
  const more = all.after.amount - all.before.amount;
  return (
    <Panel title="对救助家庭和资金的影响">
      <p className="ym-quiet">
        {`${by} ${dayWords(on)}测算了全县 ${countWords(households)}，比较 ${dayWords(day)}按现行规定和按草案的结果。`}
        <a href={previewPath(previewId)}>看名单和导出（90 天内）</a>
      </p>
      <ul className="yc-headline">
        {headline(scheme, all, months).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {more !== 0 && (
          <li>
            {`按现在的家庭算，一年${more > 0 ? '多' : '少'}支出 ${moneyWords(Math.abs(more) * MONTHS_A_YEAR)} 元。`}
          </li>
        )}
      </ul>
      {paidMonthly.includes(scheme) && <Charts view={preview} scheme={scheme} rows={rows} />}
      <TallyTable
        title={`${SCHEME[scheme]}按乡镇（街道）`}
        rowTitle="乡镇（街道）"
        rows={rows}
        columns={tallyColumns([scheme], months)}
        total={{ title: '全县合计', tally: all }}
      />
      <TallyTable
        title="各类救助调整前后"
        rowTitle="救助类别"
        rows={previewed.map((each) => ({
          ...{ key: each, title: SCHEME[each], tally: schemes[each].all },
        }))}
        columns={tallyColumns(previewed, months)}
      />
    </Panel>
  );
}
