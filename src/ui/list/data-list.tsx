import { Button } from 'antd';
import { useNarrow } from '../use-narrow.ts';
import { FilterSentence } from './filter-sentence.tsx';
import { ListCards } from './list-cards.tsx';
import type { DataListProps } from './list-column.ts';
import { ListRows } from './list-rows.tsx';
import { useListKeys } from './use-list-keys.ts';

/** So many people one may take out alone at most (TH-09); a county may set fewer, and the server says so. */
const ALONE = 50;

/** A short list goes out at once; a long one is asked for, with its purpose. */
function ExportLink({ url, count }: { url: string; count: number }) {
  return count > ALONE ? (
    <a href={`/exports?path=${encodeURIComponent(url)}`}>申请导出（超过 {ALONE} 条）</a>
  ) : (
    <a href={url} download>
      导出表格（XLSX）
    </a>
  );
}

/**
 * The list pattern: a sentence of filters, a count, rows by j/k/Enter. On a phone each row is a
 * card.
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { title, unit = '条', rows, filters, exportUrl, aside, empty, awaiting } = props;
  const count = props.count ?? rows?.length;
  const isNarrow = useNarrow();
  const keys = useListKeys(rows?.length ?? 0, (index) => {
    const row = rows?.[index];
    if (row !== undefined) props.onOpen(row);
  });
  return (
    <section className="ym-list" aria-label={title}>
      <div className="ym-list-head">
        {filters && filters.length > 0 && <FilterSentence filters={filters} />}
        {count !== undefined && (
          <span className="ym-list-count" role="status">
            共 {count.toLocaleString('en-US')} {unit}
          </span>
        )}
        {exportUrl && <ExportLink url={exportUrl} count={count ?? 0} />}
        {aside}
      </div>
      {!rows && <p className="ym-empty">{awaiting ?? '还没有读到清单。'}</p>}
      {rows?.length === 0 && <p className="ym-empty">{empty}</p>}
      {rows &&
        rows.length > 0 &&
        (isNarrow ? (
          <ListCards list={props} rows={rows} />
        ) : (
          <ListRows list={props} rows={rows} keys={keys} />
        ))}
      {rows && props.onMore && (
        <Button onClick={props.onMore}>再读一些（已读 {rows.length}）</Button>
      )}
    </section>
  );
}
