import { randomUUID } from 'node:crypto';
import { localDate } from '../../../kernel/local-date.ts';
import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import * as contract from '../../../modules/delegation/contract.ts';
import type { InstrumentContent } from '../../../modules/delegation/index.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { versionOf } from './intake.ts';
import { assessReadiness } from './readiness.ts';

/** What the demo's instrument for a township says; the provincial provision in it is made up, and says so. */
export function instrumentFor(
  township: PlaceCode | string,
  scan: InstrumentContent['scan'],
  changes: Partial<InstrumentContent> = {},
): InstrumentContent {
  return {
    township: placeCode(township),
    title: '关于赋予乡镇社会救助审核确认权限的通知（演示）',
    number: `通川府函〔2026〕演${township.slice(6)}号`,
    issuer: '达州市通川区人民政府',
    issuerLevel: 'county',
    issuedOn: localDate('2026-01-05'),
    scan,
    mode: 'own-name',
    matters: ['dibao'],
    acts: ['confirm', 'change', 'stop'],
    temporaryCeiling: null,
    from: localDate('2026-01-10'),
    to: localDate('2028-12-31'),
    provincialBasis: '四川省人民政府关于乡镇（街道）社会救助审核确认的规定（演示，虚构）',
    ...changes,
  };
}

/** The county's clerk enters an instrument with its scan; answers its id. */
export async function draftInstrument(
  desk: Desk,
  township: string,
  changes: Partial<InstrumentContent> = {},
): Promise<string> {
  const instrumentId = randomUUID();
  const scan = await uploadPaper(desk, `赋权书扫描件${township}`);
  const content = instrumentFor(township, scan, changes);
  await desk.must(contract.draftInstrument, {}, { instrumentId, ...content });
  return instrumentId;
}

export async function instrumentVersion(desk: Desk, instrumentId: string): Promise<number> {
  const { status, body } = await desk.ask(contract.instrumentView, { instrumentId });
  if (status !== 200) throw new Error(`instrument ${instrumentId}: ${status}`);
  return body.summary.version;
}

/** A second county person finds it right: from now on it is in force. */
export async function checkInstrument(desk: Desk, instrumentId: string): Promise<Reply> {
  const ifMatch = await instrumentVersion(desk, instrumentId);
  return desk.must(contract.checkInstrument, { instrumentId }, { override: null }, { ifMatch });
}

/** The township assessed as ready; the instrument entered by one, checked by another; answers its id. */
export async function giveAuthority(
  writer: Desk,
  checker: Desk,
  township: string,
  changes: Partial<InstrumentContent> = {},
): Promise<string> {
  await assessReadiness(writer, township);
  const instrumentId = await draftInstrument(writer, township, changes);
  await checkInstrument(checker, instrumentId);
  return instrumentId;
}

const whys = {
  suspend: [contract.suspendInstrument, '业务人员不足，暂停行使，整改后恢复'],
  resume: [contract.resumeInstrument, '整改完成，恢复行使'],
  withdraw: [contract.withdrawInstrument, '抽查发现问题较多，收回权限'],
} as const;

export async function suspendInstrument(desk: Desk, instrumentId: string): Promise<Reply> {
  return change(desk, instrumentId, 'suspend');
}

export async function resumeInstrument(desk: Desk, instrumentId: string): Promise<Reply> {
  return change(desk, instrumentId, 'resume');
}

export async function withdrawInstrument(desk: Desk, instrumentId: string): Promise<Reply> {
  return change(desk, instrumentId, 'withdraw');
}

async function change(desk: Desk, instrumentId: string, how: keyof typeof whys): Promise<Reply> {
  const [given, reason] = whys[how];
  const ifMatch = await instrumentVersion(desk, instrumentId);
  return desk.must(given, { instrumentId }, { reason }, { ifMatch });
}

/** The township hands a case over to the county; answers whatever came back. */
export async function tryHandOver(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const body = { note: '赋权书已失效，连同全部材料移交县级' };
  return desk.give(contract.handOverCase, { caseId }, body, { ifMatch });
}

export async function tryReceive(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(contract.receiveHandover, { caseId }, { note: '经核对与清单一致' }, { ifMatch });
}

export async function tryReturn(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(
    contract.returnHandover,
    { caseId },
    { reason: '缺邻里访问记录，请补齐' },
    { ifMatch },
  );
}
