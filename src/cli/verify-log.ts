import { keepCurrent } from '../modules/standards/keep-current.ts';
import { createStandards } from '../modules/standards/store.ts';
import { read, SYSTEM } from '../platform/database/database.ts';
import { checkFolds } from '../platform/record/rebuild.ts';
import { verifyChains } from '../platform/record/verify.ts';
import { streamKinds } from '../server/kinds.ts';
import type { Io } from './assess.ts';
import { openInstallation } from './installation.ts';

/** `yimen verify-log`: recomputes every chain; names the place of the first change and exits 1. */
export async function runVerifyLog(io: Io): Promise<number> {
  const installation = await openInstallation({ migrating: false });
  try {
    const { chains, events, fault } = await read(installation.database, SYSTEM, verifyChains);
    if (!fault) {
      io.out(`已核验 ${chains} 条记录链、${events} 条记录，全部一致。`);
      return 0;
    }
    io.err(
      `核验不通过：链 ${fault.chain} 第 ${fault.chainSeq} 条` +
        `${fault.stream ? `（${fault.stream} 第 ${fault.seq} 条）` : ''}：${fault.what}。`,
    );
    return 1;
  } finally {
    await installation.close();
  }
}

/** `yimen rebuild --check`: each stored state against the fold of its events; exits 1 when one differs. */
export async function runRebuildCheck(io: Io): Promise<number> {
  const installation = await openInstallation({ migrating: false });
  try {
    let differing = 0;
    const standards = createStandards();
    await keepCurrent(installation.database, standards)();
    for (const kind of streamKinds(standards)) {
      const { streams, mismatches } = await read(installation.database, SYSTEM, (tx) =>
        checkFolds(tx, kind),
      );
      for (const { stream, what } of mismatches) io.err(`${stream}：${what}`);
      io.out(`${kind.name}：核对 ${streams} 个，不符 ${mismatches.length} 个。`);
      differing += mismatches.length;
    }
    return differing === 0 ? 0 : 1;
  } finally {
    await installation.close();
  }
}
