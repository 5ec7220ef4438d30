import { sql } from 'kysely';
import { type PaperName, papers } from '../../paper/index.ts';
import type { ReadTx } from '../../platform/database/database.ts';

/** A paper that somebody waits for: a letter to be handed over, a poster to be hung, a sheet to be taken along. */
export type DuePaper = {
  readonly address: string;
  readonly title: string;
  readonly name: string;
  readonly number: string;
  readonly area: string;
  readonly dueOn: string;
  readonly mayBeLarge: boolean;
};

type Row = Pick<DuePaper, 'name' | 'number' | 'area' | 'dueOn'> & {
  readonly id: string;
  readonly kind: string;
};

const MOST = 500;

/** What a decided case, or an act on a recipient, asks to be printed. A 决定通知书 goes with its 送达回证. */
const KINDS: Readonly<
  Record<string, readonly { paper: PaperName; path: string; title?: string }[]>
> = {
  service: [
    { paper: 'grant-notice', path: 'decision-notice', title: '决定通知书' },
    { paper: 'service-receipt', path: 'service-receipt' },
  ],
  notice: [{ paper: 'hearing-notice', path: 'hearing-notice' }],
  answer: [{ paper: 'hearing-record', path: 'hearing-record' }],
  serve: [{ paper: 'adjustment-notice', path: 'adjustment-notice' }],
  posting: [{ paper: 'termination-poster', path: 'termination-poster' }],
  care: [{ paper: 'self-care-assessment', path: 'self-care-assessment' }],
};

/** The papers due in an area, by deadline; relatives of a family do not see its own. */
export async function listDuePapers(tx: ReadTx, area: string): Promise<DuePaper[]> {
  const cases = await sql<Row>`
    select case_id as id, 'service' as kind, applicant as name, number, area, due_on as "dueOn"
    from case_row
    where township collate "C" >= ${area.slice(0, 9)} and township collate "C" < ${`${area.slice(0, 9)}~`}
      and 'service' = any (stages)
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by nullif(due_on, ''), case_id limit ${MOST}`.execute(tx);
  const benefits = await sql<Row>`
    select benefit_id as id, kind, head as name, number, area, due_on as "dueOn"
    from benefit_task
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and kind = any (${Object.keys(KINDS)}::text[])
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by due_on, number limit ${MOST}`.execute(tx);
  return [
    ...cases.rows.flatMap((row) => papersOf(row, 'cases')),
    ...benefits.rows.flatMap((row) => papersOf(row, 'benefits')),
  ];
}

function papersOf({ id, kind, ...row }: Row, of: 'cases' | 'benefits'): DuePaper[] {
  return (KINDS[kind] ?? []).map(({ paper, path, title }) => ({
    ...row,
    address: `/api/${of}/${id}/papers/${path}`,
    title: title ?? papers[paper].title,
    mayBeLarge: papers[paper].audience === 'family',
  }));
}
