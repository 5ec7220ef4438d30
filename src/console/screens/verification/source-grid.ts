import type { ValueOf } from '../../../kernel/contract.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { verificationView } from '../../../modules/verification/contract.ts';
import { type ItemCode, itemTitle } from '../../../modules/verification/item.ts';

export type View = ValueOf<(typeof verificationView)['answer']>;
export type Request = NonNullable<View['request']>;

/** A line of the ledger: one thing a source says about one member. */
export type GridRow = {
  readonly id: string;
  readonly memberId: string | null;
  readonly item: ItemCode | null;
  readonly amount: Fen | null;
  readonly asOf: LocalDate | null;
  readonly text: string;
};

export function blankRow(memberId: string | null = null): GridRow {
  const id = crypto.randomUUID();
  return { id, memberId, item: null, amount: null, asOf: null, text: '' };
}

/** What a source has answered so far, one line per answer, and an empty line for who is still to come. */
export function rowsOf(request: Request, source: string): readonly GridRow[] {
  return request.members.flatMap((memberId) => {
    const answers = answersOf(request, memberId, source);
    if (answers.length === 0) return [blankRow(memberId)];
    return answers.map(({ id, item, amount, asOf, text }) => ({
      id,
      memberId,
      item: item as ItemCode,
      amount: amount as Fen | null,
      asOf: asOf as LocalDate | null,
      text,
    }));
  });
}

/** Members without an item hold nothing: one key instead of a choice per person. */
export function restHoldNothing(rows: readonly GridRow[]): readonly GridRow[] {
  return rows.map((row) => (row.item === null ? { ...row, item: 'nothing' as const } : row));
}

function answersOf(request: Request, memberId: string, source: string) {
  return request.answers.filter((each) => each.memberId === memberId && each.source === source);
}

/** One cell of the overview: what a source said about a member, in a few words. */
export function cellWords(request: Request, memberId: string, source: string): string {
  const answers = answersOf(request, memberId, source);
  if (answers.length === 0) return '待答复';
  if (answers.some(({ partial }) => partial)) return '部分答复，待续';
  if (answers.length > 1) return `${answers.length} 项`;
  return itemTitle(answers[0]?.item ?? '');
}

/** The first source that has not answered for everybody. */
export function nextSource(request: Request): string | undefined {
  return request.sources.find((source) =>
    request.members.some((memberId) =>
      answersOf(request, memberId, source).every(({ partial }) => partial),
    ),
  );
}
