import { randomUUID } from 'node:crypto';
import { addDays, addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { caseList } from '../../modules/case/contract.ts';
import { openSession } from '../../modules/identity/session.ts';
import { SYSTEM, write } from '../../platform/database/database.ts';
import type { App } from '../../server/app.ts';
import { createDesk, type Desk, type Reply, type SetClock } from './desk.ts';
import { admitDemoPerson } from './install-staff.ts';
import type { Office } from './office.ts';
import type { Scene } from './plot.ts';
import { demoCounty } from './staff.ts';
import { uploadPaper } from './verbs/evidence.ts';
import * as verb from './verbs/procurement.ts';

type Told = {
  readonly app: App;
  readonly clock: SetClock;
  readonly office: Office;
  readonly township: string;
  /** The working day so many before today. */
  readonly ago: (workingDays: number) => LocalDate;
};

const CEILING = 2_000_000;
const WHAT =
  '第三方服务人员，按乡镇下达的任务上门走访、拍照，只提交看到的情况，看不到案件，也不参与审核确认。';

/** 县买乡用: a contract with somebody at work under it; tasks settled, sent back, open, and waiting for the leader. */
export function supplyScenes({ app, clock, office, township, ago }: Told): Scene[] {
  const desks = {
    aid: office.desk('aid-officer', demoCounty),
    inspector: office.desk('inspector', demoCounty),
    officer: office.desk('case-officer', township),
    chair: office.desk('chair', township),
  };
  const known = { contractId: '', worker: desks.aid, tasks: [] as readonly string[] };
  const at = (workingDays: number, time: string, play: () => Promise<unknown>): Scene => ({
    ...{ on: ago(workingDays), time },
    play: async () => void (await play()),
  });
  const task = (nth: number) => known.tasks[nth] ?? '';
  return [
    at(18, '09:20', async () => {
      known.contractId = await verb.signedSupply(desks.aid, ago(18), CEILING);
      known.worker = await engaged({ app, clock, office }, known.contractId, ago(18));
    }),
    at(7, '10:40', async () => {
      const [first = ''] = await numbersIn(desks.officer);
      const households = [
        { who: '陈演山', whereabouts: '一组 3 号', caseNumber: first },
        { who: '何演田', whereabouts: '二组 12 号' },
        { who: '罗演河', whereabouts: '二组 15 号' },
        { who: '唐演坡', whereabouts: '四组 7 号' },
      ];
      const order = { village: `${township}200`, dueOn: addDays(ago(0), 10) };
      const { officer } = desks;
      const ordered = await verb.orderVisits(officer, known.contractId, order, households);
      done(ordered.reply);
      known.tasks = ordered.taskIds;
    }),
    at(5, '15:40', async () => {
      for (const nth of [0, 1, 2]) {
        const files = [await uploadPaper(known.worker, `走访照片 ${nth + 1}`)];
        done(await verb.handIn(known.worker, task(nth), { on: ago(5), files }));
      }
    }),
    at(4, '09:50', async () => {
      done(await verb.returnTask(desks.officer, task(2), addDays(ago(0), 10)));
      await recheck(desks.inspector, known.contractId);
    }),
    at(3, '10:10', async () => {
      for (const nth of [0, 1]) done(await verb.acceptTask(desks.chair, task(nth)));
      const settlement = { settlementId: randomUUID(), tasks: [task(0), task(1)] };
      done(await verb.onSupply(desks.aid, known.contractId, 'drawUpSettlement', settlement));
    }),
  ];
}

function done({ status, body }: Reply): void {
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
}

/** Somebody of the supplier: asked for, approved, and let in at the demo's door. */
async function engaged(
  { app, clock, office }: Pick<Told, 'app' | 'clock' | 'office'>,
  contractId: string,
  from: LocalDate,
): Promise<Desk> {
  const { database } = app.context;
  const view = await verb.supplyView(office.desk('aid-officer', demoCounty), contractId);
  const administrators = {
    system: office.desk('system-admin', demoCounty),
    security: office.desk('security-admin', demoCounty),
  };
  const post = { area: view.contract.place, from, to: addMonths(from, 6) };
  const { personId, postId } = await verb.engagedWorker(administrators, post);
  await admitDemoPerson(database, personId, WHAT);
  return createDesk(app, () =>
    write(database, SYSTEM, (tx) => openSession(tx, clock, personId, postId)),
  );
}

async function numbersIn(officer: Desk): Promise<readonly string[]> {
  const { cases } = (await officer.ask(caseList, {})).body;
  return cases.map(({ number }) => number).filter((number) => number !== '');
}

/** The random quality check: drawn, and the one that came out found as it was handed in. */
async function recheck(inspector: Desk, contractId: string): Promise<void> {
  done(await verb.onSupply(inspector, contractId, 'drawRecheck', { drawId: randomUUID() }));
  const { tasks } = await verb.supplyView(inspector, contractId);
  for (const { taskId } of tasks.filter((each) => each.recheck === 'drawn')) {
    const found = { taskId, agrees: true, found: '电话回访，本人说来过，说的与提交的一致' };
    done(await verb.onSupply(inspector, contractId, 'recordRecheck', found));
  }
}
