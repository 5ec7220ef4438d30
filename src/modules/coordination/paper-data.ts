import type { DataOf } from '../../paper/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';

type Paper = DataOf<'coordination-record'>;

/** 一事一议: the township's request, with the county's record below it once there is one (LS-15). Null before either. */
export function coordinationPaperOf(paper: CasePaper<unknown>, county: string): Paper | null {
  const { state, personName, townshipName } = paper;
  const last = state.coordination.records.at(-1);
  const asked = state.coordination.asked ?? last?.asked;
  if (!asked) return null;
  const isPending = state.coordination.asked !== null;
  return {
    head: {
      ...paperHead(paper),
      ...(isPending || !last
        ? { date: asked.on }
        : { date: last.on, organ: `${county}困难群众基本生活保障工作协调机制` }),
    },
    household: paperHousehold(paper),
    township: townshipName,
    asked: {
      on: asked.on,
      by: personName(asked.by),
      computed: asked.computed,
      amount: asked.amount,
      opinion: asked.opinion,
    },
    ...(last && !isPending && { record: recordOf(last) }),
  };
}

function recordOf({
  minutes: _,
  asked: _asked,
  by: _by,
  on: _on,
  seq: _seq,
  amount,
  ...record
}: NonNullable<CasePaper<unknown>['state']['coordination']['records'][number]>) {
  return {
    ...record,
    participants: record.participants.map(({ opinion, ...each }) => ({
      ...each,
      ...(opinion !== '' && { opinion }),
    })),
    recused: [...record.recused],
    ...(amount !== null && { amount }),
  };
}
