import { describe, expect, it } from 'vitest';
import { killFunds } from '../campaign/kill-funds.ts';

// The machine's own PostgreSQL is not ours to kill.
const isEmbedded = process.env['YIMEN_TEST_DATABASE'] !== 'system';

describe.runIf(isEmbedded)(
  '随时断电，钱不重不漏（安全 §6.2；完整的是 npm run campaign -- kill-funds）',
  () => {
    it('比对、编制、封存、回盘当中断电几次，一行不重、一行不漏、一分不差', {
      timeout: 180_000,
    }, async () => {
      const { kills, faults, lines } = await killFunds({ kills: 3, seed: 7, families: 8 });
      expect(kills).toBe(3);
      expect(faults).toEqual([]);
      expect(lines).toBeGreaterThan(0);
    });
  },
);
