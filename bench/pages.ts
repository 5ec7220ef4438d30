import pg from 'pg';
import type { Io } from '../src/cli/assess.ts';
import { simpleFamily } from '../src/cli/demo/simple-family.ts';
import { acceptedCase } from '../src/cli/demo/verbs/intake.ts';
import { fen } from '../src/kernel/fen.ts';
import { searchText } from '../src/modules/case/store.ts';
import { shippedStandards } from '../src/modules/standards/store.ts';
import { villageOf } from './casework.ts';
import { type BenchProgram, openLine, startProgram } from './program.ts';
import { quantile } from './quantile.ts';

const COUNTY = '511702';
const TOWNSHIP = '511702102';
/** Persons to households as in a county's roll. */
const HOUSEHOLDS_PER_PERSON = 0.6;
const BATCH = 2000;

/**
 * Answer times of the main pages through HTTP on 50,000 recipients in 30,000 households, and how they grow from a
 * tenth of that. The people are numbers with made-up names; the rows are those the program would have written.
 */
export async function benchPages(io: Io, options: { short: boolean }): Promise<void> {
  const [few, many, asked] = options.short ? [200, 2000, 10] : [5000, 50_000, 150];
  const program = await startProgram();
  const owner = new pg.Client({ connectionString: program.ownerUrl });
  await owner.connect();
  try {
    const template = await templateCase(program);
    await fill(owner, template, 0, few);
    const small = await measure(program, template, asked);
    await fill(owner, template, few, many);
    const large = await measure(program, template, asked);
    io.out(`pages: ${many} recipients, ${asked} requests each; growth from ${few} recipients`);
    for (const [title, times] of large) {
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
      const growth = p50 / quantile(small.get(title) ?? [], 0.5);
      io.out(
        `  ${title.padEnd(22)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  growth × ${growth.toFixed(2)}`,
      );
    }
  } finally {
    await owner.end();
    await program.close();
  }
}

/** One case made the proper way; its state and events stand for those of every other. */
async function templateCase(program: BenchProgram): Promise<string> {
  const desk = await program.desk('window-clerk', TOWNSHIP);
  const village = villageOf(TOWNSHIP);
  return acceptedCase(
    desk,
    simpleFamily({ number: 1, village, members: 2, monthlyIncome: fen(20_000) }),
  );
}

/** Recipients `from` to `to`: list rows, persons, states and events. One household in twenty is still open. */
async function fill(owner: pg.Client, template: string, from: number, to: number): Promise<void> {
  const households = (persons: number) => Math.round(persons * HOUSEHOLDS_PER_PERSON);
  for (let first = households(from); first < households(to); first += BATCH) {
    const numbers = Array.from(
      { length: Math.min(BATCH, households(to) - first) },
      (_, index) => first + index,
    );
    await owner.query(CASE_ROWS, [template, JSON.stringify(numbers.map(caseRow))]);
    await owner.query(PERSON_ROWS, [JSON.stringify(numbers.flatMap(personRows))]);
    await owner.query(RECORDS, [`case:${template}`, first, first + numbers.length]);
    await owner.query(EVENTS, [`case:${template}`, first, first + numbers.length]);
  }
  await owner.query('vacuum analyze');
}

const CASE_ROWS = `insert into case_row
  select r.* from case_row t, jsonb_array_elements($2::jsonb) n(row), lateral jsonb_populate_record(t, n.row) r
  where t.case_id = $1`;
const PERSON_ROWS = `insert into case_person
  select * from jsonb_populate_recordset(null::case_person, $1::jsonb)`;
const RECORDS = `insert into record (stream, kind, area, version, state)
  select 'case:' || c.case_id, r.kind, c.area, r.version, r.state
  from case_row c, record r
  where r.stream = $1 and c.case_id like 'bench-%' and substr(c.case_id, 7)::int >= $2
    and substr(c.case_id, 7)::int < $3`;
// The chain is not what is measured here; each event only needs a place of its own in it.
const EVENTS = `insert into event (chain, chain_seq, stream, seq, kind, area, type, data, salt, actor, post, authority,
    command, occurred_on, recorded_at, payload_hash, prev_hash, hash)
  select c.case_id, e.seq, 'case:' || c.case_id, e.seq, e.kind, c.area, e.type, e.data, e.salt, e.actor, e.post,
    e.authority, e.command, e.occurred_on, e.recorded_at, e.payload_hash, e.prev_hash, e.hash
  from case_row c, event e
  where e.stream = $1 and c.case_id like 'bench-%' and substr(c.case_id, 7)::int >= $2
    and substr(c.case_id, 7)::int < $3`;

const townships = shippedStandards().divisions.flatMap((each) => each.children(COUNTY));
const villages = townships.flatMap(({ code }) =>
  shippedStandards()
    .divisions.flatMap((each) => each.children(code))
    .map((village) => village.code),
);

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = '安宁和平康健顺达福禄寿喜春夏秋冬梅兰竹菊松柏江河山川云雨雪风明亮';

function nameOf(number: number): string {
  const at = (text: string, index: number) => text[index % text.length] ?? '';
  return `${at(SURNAMES, number)}${at(GIVEN, number >> 5)}${at(GIVEN, (number >> 10) + number)}`;
}

function areaOf(number: number): string {
  return villages[(number * 7) % villages.length] ?? '';
}

function caseRow(number: number): Record<string, unknown> {
  const area = areaOf(number);
  const name = nameOf(number);
  const isOpen = number % 20 === 0;
  const caseNumber = `${COUNTY}-2026-${String(number).padStart(6, '0')}`;
  const due = `2026-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
  return {
    case_id: `bench-${number}`,
    area,
    township: area.slice(0, 9),
    number: caseNumber,
    applicant: name,
    search: searchText(name, caseNumber),
    ...(isOpen ? { due_on: due } : { status: 'granted', stages: [], roles: [], due_on: '' }),
    total_due: due,
  };
}

function personRows(number: number): Record<string, unknown>[] {
  // Two households of three have a second person: five persons in three households.
  const members = number % 3 === 0 ? ['m1'] : ['m1', 'm2'];
  return members.map((memberId, index) => {
    const name = nameOf(number * 31 * index + number);
    return {
      case_id: `bench-${number}`,
      member_id: memberId,
      area: areaOf(number),
      name,
      search: searchText(name, ''),
      id_index: `bench-${number}-${index}`,
      phone_index: '',
    };
  });
}

async function measure(
  program: BenchProgram,
  template: string,
  asked: number,
): Promise<Map<string, number[]>> {
  const county = await program.token('aid-officer', COUNTY);
  const township = await program.token('case-officer', TOWNSHIP);
  const text = encodeURIComponent('赵安');
  const pages: readonly (readonly [string, string, (turn: number) => string])[] = [
    ['today, county', county, () => '/today'],
    ['today, township', township, () => '/today'],
    ['list, first page', county, () => '/cases'],
    ['list, township', township, () => '/cases'],
    ['list by name', county, () => `/cases?text=${text}`],
    ['list by pinyin', county, () => '/cases?text=zhaoan'],
    ['list by no match', county, () => '/cases?text=zzzz'],
    ['case view', county, (turn) => (turn % 2 ? `/cases/${template}` : `/cases/bench-${turn}`)],
  ];
  const line = openLine(program.port, 0);
  const found = new Map<string, number[]>();
  for (const [title, token, path] of pages) {
    const times: number[] = [];
    for (let turn = 0; turn < asked + 3; turn += 1) {
      const before = performance.now();
      const reply = await line.send(token, 'GET', path(turn));
      if (reply.status !== 200) throw new Error(`${title}: ${reply.status} ${reply.text}`);
      // The first three warm the connection and the plans.
      if (turn >= 3) times.push(performance.now() - before);
    }
    found.set(title, times);
  }
  line.close();
  return found;
}
