import type { ReadTx } from '../database/database.ts';
import { findStream } from '../record/record.ts';
import type { AnyEvent, Loaded, StreamKind } from '../record/stream.ts';
import type { Asker, Context } from './context.ts';
import { absent } from './problem.ts';
import { requireArea } from './route.ts';

/** What a query is asked with: the transaction, the person, the program. */
export type Asked = { readonly tx: ReadTx; readonly asker: Asker; readonly context: Context };

/** The stream a query asks for. Outside the asker's area it is not found, here as in the database. */
export async function getOwn<State, Event extends AnyEvent>(
  { tx, asker, context }: Asked,
  kind: StreamKind<State, Event>,
  id: string,
): Promise<Loaded<State>> {
  const loaded = await findStream(tx, kind, id);
  if (!loaded) throw absent();
  requireArea(context, asker, loaded.area);
  return loaded;
}
