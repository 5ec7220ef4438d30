import { parentPort } from 'node:worker_threads';
import { functionOf, type Run } from '../../src/rules/bulk/run.ts';
import type { Work } from './call-pool.ts';
import { byThread } from './measure.ts';

/** Makes calls on shared memory, each the next nobody has taken yet, until none is left. */
if (parentPort) {
  const port = parentPort;
  let functions: ReturnType<typeof functionOf>[] = [];
  let calls: Run['calls'] = [];
  let taken = new Int32Array(new SharedArrayBuffer(0));
  port.on('message', (work: Work | 'go') => {
    if (work !== 'go') {
      ({ calls, taken } = work);
      functions = work.codes.map(functionOf);
    } else {
      for (let next = Atomics.add(taken, 0, 1); next < calls.length; ) {
        const call = calls[next];
        if (call) functions[call.code]?.(...call.given);
        next = Atomics.add(taken, 0, 1);
      }
    }
    port.postMessage(byThread());
  });
}
