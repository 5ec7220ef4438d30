import type { ReactNode } from 'react';
import type { Filter } from './filter-sentence.tsx';

export type ListColumn<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Width in characters; columns without one share the rest. */
  readonly width?: number;
  /** Figures stand on the right. */
  readonly figure?: boolean;
};

export type DataListProps<Row> = {
  /** What the list holds, for its name and the count: 件, 户, 笔. */
  readonly title: string;
  readonly unit?: string;
  readonly rows: readonly Row[] | undefined;
  /** Count of all that match, when the server sent only the first part. */
  readonly count?: number;
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly ListColumn<Row>[];
  readonly onOpen: (row: Row) => void;
  readonly filters?: readonly Filter[];
  /** Address of the same list as XLSX. */
  readonly exportUrl?: string;
  /** Saved views, buttons and the like, on the right of the sentence. */
  readonly aside?: ReactNode;
  /** What would fill the list. */
  readonly empty: string;
  /** What is awaited while there are no rows yet; `awaiting` of `useAnswer`. */
  readonly awaiting?: string | null;
  /** Reads the next part, when the server has more. */
  readonly onMore?: () => void;
};
