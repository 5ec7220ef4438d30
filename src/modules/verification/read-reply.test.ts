import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readConnection, type ReplySetting } from './connection.ts';
import { readReply, replyText } from './read-reply.ts';

const setting: ReplySetting = {
  encoding: 'utf-8',
  answered: { path: 'code', is: ['0000', 0] },
  partial: { path: 'data.finished', is: ['N'] },
  records: 'data.rows',
  item: { path: 'kind', codes: { A: 'deposit', B: 'nothing' } },
  amount: { path: 'money.sum', unit: 'yuan' },
  asOf: 'day',
  text: 'words',
};
const reply = (rows: unknown, more: object = {}) =>
  JSON.stringify({ code: '0000', data: { rows, ...more } });
const row = { kind: 'A', money: { sum: '1,286.50' }, day: '2026-03-01 08:00:00', words: '活期' };
const faultOf = (text: string) => {
  const read = readReply(text, setting);
  return read.ok ? '' : read.fault;
};

describe('接口来源的答复按约定读取（HD-04）', () => {
  it('金额、日期、说明按约定的位置取，代码按代码表', () => {
    expect(readReply(reply([row]), setting)).toEqual({
      ok: true,
      isPartial: false,
      answers: [{ item: 'deposit', amount: 128_650, asOf: '2026-03-01', text: '活期' }],
    });
  });

  it('没有记录的算“无记录”；说明还有后续的，不算答复完', () => {
    const nothing = [{ item: 'nothing', amount: null, text: '', asOf: null }];
    expect(readReply(reply([]), setting)).toMatchObject({ ok: true, answers: nothing });
    expect(readReply(reply(null), setting)).toMatchObject({ ok: true, answers: nothing });
    expect(readReply(reply([row], { finished: 'N' }), setting)).toMatchObject({ isPartial: true });
  });

  it('一条读不懂，整份不采用，并说明哪里不对', () => {
    expect(faultOf(reply([row, { ...row, kind: 'C' }]))).toContain('代码表');
    expect(faultOf(reply([{ ...row, money: { sum: '-1' } }]))).toContain('金额');
    expect(faultOf(reply([{ ...row, money: { sum: '12.345' } }]))).toContain('金额');
    expect(faultOf(reply([{ ...row, day: '2026-02-30' }]))).toContain('日期');
    expect(faultOf(reply([{ ...row, words: '账号 6222020200112233445' }]))).toContain('账号');
    expect(faultOf(reply('rows'))).toContain('结果列表');
    expect(faultOf(reply([]).slice(0, 12))).toContain('不完整');
    expect(faultOf(reply([row]).replace('0000', '9999'))).toContain('没有给出结果');
    expect(faultOf(reply(Array.from({ length: 201 }, () => row)))).toContain('200');
    expect(readReply(reply(Array.from({ length: 200 }, () => row)), setting).ok).toBe(true);
  });

  it('编码与约定不符的，一个字也不采用', () => {
    const gbk = iconv.encode('{"kind":"存款"}', 'gb18030');
    expect(replyText(gbk, { encoding: 'utf-8' })).toBeNull();
    expect(replyText(gbk, { encoding: 'gb18030' })).toContain('存款');
    expect(replyText(Buffer.from('存款'), { encoding: 'utf-8' })).toBe('存款');
  });
});

describe('来源接口的配置文件', () => {
  const file = {
    ...{ source: 'deposit', area: '511702', from: '2026-01-01', way: 'person' },
    ...{ replyWorkingDays: 3, remindAfterWorkingDays: 2 },
  };
  const fault = (more: object) => {
    try {
      readConnection({ ...file, ...more });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('规定的来源写代码，本地来源写中文名称和可以答复的项目', () => {
    expect(fault({})).toBe('');
    expect(fault({ source: '农业机械登记', items: ['vehicle'] })).toBe('');
    expect(fault({ source: '农业机械登记' })).toContain('可以答复哪些项目');
    expect(fault({ items: ['vehicle'] })).toContain('不再另写');
    expect(fault({ source: 'tractor', items: ['vehicle'] })).toContain('中文名称');
  });

  it('接口来源须写地址和格式；催办不晚于期限；密钥不写在文件里', () => {
    expect(fault({ way: 'http' })).toContain('地址');
    expect(fault({ remindAfterWorkingDays: 4 })).toContain('催办');
    expect(fault({ remindAfterWorkingDays: 3 })).toBe('');
    const http = (auth: object, address = 'https://10.1.2.3/query') => ({
      ...{ way: 'http', http: { address, auth }, reply: { records: 'rows', item: 'deposit' } },
    });
    expect(fault(http({ kind: 'bearer', secret: 'YIMEN_BANK' }))).toBe('');
    expect(fault(http({ kind: 'bearer', secret: 'abc123' }))).toContain('环境变量');
    expect(fault(http({ kind: 'none' }, 'ftp://10.1.2.3/query'))).not.toBe('');
  });
});
