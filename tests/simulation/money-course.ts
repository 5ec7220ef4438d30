import { parse } from 'csv-parse/sync';
import { bankReply, builtRoll, onRoll, releasedRoll } from '../../src/cli/demo/verbs/funds.ts';
import {
  finishedMatching,
  loadedSnapshot,
  seenFindings,
  settleFinding,
} from '../../src/cli/demo/verbs/matching.ts';
import { reportDeath } from '../../src/cli/demo/verbs/review.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { addDays, type LocalDate, localDate, monthOf } from '../../src/kernel/local-date.ts';
import { idOf } from '../journeys/fund-families.ts';
import type { CountyYear } from './county-year.ts';
import { COUNTY } from './year-office.ts';

/** A death stands in the register so many days after. */
const REGISTERED_AFTER = 20;
/** The list of relatives and the register of residence come every so many months. */
const QUARTER = 3;

/** What the departments bring before a month is paid, the comparison, and what people make of its findings. */
export async function compareRegister(year: CountyYear, at: number): Promise<void> {
  const { office, today } = year;
  const verifier = office.desk('verifier', COUNTY);
  const bring = (source: string, head: readonly string[], rows: readonly string[][]) =>
    loadedSnapshot(verifier, { source, asOf: today }, [head, ...rows]);
  const stranger = idNumberFrom(4000, addDays(localDate('1940-05-05'), at), 'male');
  await bring('funeral', ['身份证号', '死亡日期'], [[stranger, today], ...deadBy(year)]);
  if (at % QUARTER === QUARTER - 1) {
    const idsOf = (way: string) =>
      year.cases.filter(({ applied }) => applied.way === way).map(({ family }) => family.people);
    const kin = idsOf('kin in-source').map(([first]) => [first?.idNumber ?? '', '村干部的兄弟']);
    const away = idsOf('ghost elsewhere').flatMap((people) =>
      people.map(({ idNumber }) => [idNumber, '2025-05-01', '外省']),
    );
    await bring('staff-kin', ['身份证号', '关系'], [[stranger, '配偶'], ...kin]);
    await bring(
      'residence',
      ['身份证号', '登记日期', '居住地'],
      [[stranger, '2025-05-01', '外省'], ...away],
    );
    const old = year.plan.recipients.filter(({ mistake }) => mistake === 'old-vehicle');
    const vehicles = old.map(({ serial }) => [idOf(serial), '货车', `演${serial}`]);
    await bring(
      'vehicle',
      ['身份证号', '车辆类型', '车牌号'],
      [[stranger, '货车', '演0'], ...vehicles],
    );
  }
  const run = await finishedMatching(verifier, monthOf(today));
  if (run.phase !== 'done') throw new Error(`comparison of ${today}: ${run.fault}`);
  await settleFindings(year);
}

function deadBy({ plan, today }: CountyYear): string[][] {
  return plan.recipients.flatMap(({ serial, way, diedOn, mistake }) => {
    if (mistake === 'namesake-dead') return [[idOf(serial), '2026-02-01']];
    const isKnown = way === 'dead registered' && diedOn !== null;
    return isKnown && addDays(diedOn, REGISTERED_AFTER) <= today ? [[idOf(serial), diedOn]] : [];
  });
}

/** Somebody goes and looks, and says what there was. */
async function settleFindings(year: CountyYear): Promise<void> {
  const { office, today, ledger, plan } = year;
  const inspector = office.desk('inspector', COUNTY);
  const { findings } = await seenFindings(inspector, { state: 'open' });
  for (const { findingId, benefitId, rule, role } of findings) {
    const one = year.cases.find(({ caseId }) => caseId === benefitId);
    const recipient = plan.recipients.find(({ key }) => year.entries.get(key) === benefitId);
    const subject = one?.applied.key ?? recipient?.key ?? benefitId;
    ledger.point(subject, 'matching', today, rule);
    const isTrue = (one?.applied.way ?? recipient?.way ?? null) !== null;
    const township = one?.applied.township ?? plan.townships[0] ?? '';
    const desk =
      role === 'case-officer' ? office.desk(role, township) : office.desk(deskRole(role), COUNTY);
    const body = {
      outcome: isTrue ? 'confirmed' : 'source-wrong',
      reason: isTrue ? '上门核实，情况属实' : '上门见到本人，来源登记有误',
      files: [await uploadPaper(desk, `核查 ${findingId.slice(0, 8)}`)],
    };
    const reply = await settleFinding(desk, findingId, body);
    if (reply.status !== 200) throw new Error(`finding: ${JSON.stringify(reply.body)}`);
    if (isTrue && rule === 'death' && recipient?.diedOn) {
      await reportDeath(office.desk('case-officer', township), benefitId, 'm1', recipient.diedOn);
    }
  }
}

const deskRole = (role: string) => (role === 'inspector' ? 'inspector' : 'aid-officer');

/** The month's roll, from the register to the bank's answer and the closed books. */
export async function payMonth(year: CountyYear): Promise<void> {
  const { office, today } = year;
  const planner = office.desk('fund-planner', COUNTY);
  const finance = office.desk('finance', COUNTY);
  const built = await builtRoll(planner, 'dibao', monthOf(today));
  const roll = await releasedRoll(
    {
      ...{ planner, finance, reviewer: office.desk('fund-reviewer', COUNTY) },
      leader: office.desk('county-leader', COUNTY),
    },
    built.rollId,
  );
  for (const { no } of roll.files) {
    const { bytes } = await finance.fetch(`/api/rolls/${roll.rollId}/files/${no}`);
    const rows = parse(bytes.toString('utf8'), { relax_column_count: true }) as string[][];
    const sent = rows.slice(1).filter(([place]) => /^\d+$/.test(place ?? ''));
    const text = sent.map(
      ([place, , , account, amount]) => `${roll.batch},${place},${account},${amount},成功,`,
    );
    const body = `批次号,序号,账号,金额,处理结果,失败原因\n${text.join('\n')}\n`;
    const file = { rollId: roll.rollId, fileNo: no };
    const reply = await bankReply(planner, file, '回盘.csv', Buffer.from(body));
    if (reply.status !== 200) throw new Error(`bank: ${JSON.stringify(reply.body)}`);
    year.paidLines += sent.length;
  }
  const closed = await onRoll(planner, roll.rollId, 'close');
  if (closed.status !== 200) throw new Error(`roll: ${JSON.stringify(closed.body)}`);
}

export const dayInMonth = (from: LocalDate, at: number, day: string): LocalDate => {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const count = year * 12 + month - 1 + at;
  const two = String((count % 12) + 1).padStart(2, '0');
  return localDate(`${Math.floor(count / 12)}-${two}-${day}`);
};
