import { describe, expect, it } from 'vitest';
import { createLogger, type Logger } from './log.ts';

function linesOf(work: (log: Logger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  work(createLogger({ destination: { write: (line) => lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('运行日志不含个人信息（安全规格 5.5）', () => {
  it('只记约定的栏目，并带请求编号', () => {
    const request = '018f3c1e-7a11-7000-8000-123456789012';
    const [line] = linesOf((log) => log.info({ request, status: 200, ms: 12 }, 'request'));
    expect(line).toMatchObject({ level: 'info', request, status: 200, ms: 12, msg: 'request' });
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'level',
      'ms',
      'msg',
      'request',
      'status',
      'time',
    ]);
  });

  it('没有约定的栏目、整个对象、类型不对的值都不记', () => {
    const person = { name: '张三丰', phone: '13800001234' };
    const text = JSON.stringify(
      linesOf((log) => {
        log.info({ name: '张三丰', body: person, route: person, status: '张三丰' }, 'a');
        log.info(person, 'b');
        log.child({ reqId: 'r-1' }).child({ name: '张三丰', err: person }).warn('c');
        log.info('saved %s', '张三丰');
      }),
    );
    expect(text).not.toContain('张三丰');
    expect(text).not.toContain('13800001234');
    expect(text).toContain('"reqId":"r-1"');
  });

  it('错误只记类别、代码和位置，不记错误文字', () => {
    const error = Object.assign(new TypeError('Key (phone)=(13800001234)'), { code: '23505' });
    const lines = linesOf((log) => {
      log.error(error);
      log.error({ err: error, status: 500 }, 'failed');
    });
    expect(lines[0]).toMatchObject({ kind: 'TypeError', state: '23505', msg: 'error' });
    expect(lines[0]?.['at']).toContain('src/platform/log.test.ts');
    expect(lines[1]).toMatchObject({ kind: 'TypeError', status: 500, msg: 'failed' });
    expect(JSON.stringify(lines)).not.toContain('13800001234');
  });

  it('混进来的身份证号、手机号、账号被遮住，全角也不例外', () => {
    const numbers = ['11010519491231002X', '13800001234', '6217000012345678', '13800001234'];
    for (const number of numbers) {
      const [line] = linesOf((log) =>
        log.info({ database: `value ${number} seen` }, `号码${number}。`),
      );
      expect(line).toMatchObject({ database: 'value *** seen', msg: '号码***。' });
    }
  });
});
