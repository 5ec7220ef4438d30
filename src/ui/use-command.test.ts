import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, fillPath } from '../kernel/contract.ts';
import { schemaWords } from '../kernel/schema-words.ts';
import { problemOf } from './problem.ts';
import { searchPart } from './use-answer.ts';
import { checkBody } from './use-command.ts';
import { errorAt } from './use-fields.ts';

const acceptApplication = command({
  name: 'AcceptApplication',
  method: 'POST',
  path: '/cases/:caseId/accept-application',
  title: '受理申请',
  body: z.object({
    members: z.array(z.object({ name: z.string().min(1, '请填写姓名'), birth: z.string() })),
  }),
});

describe('提交之前在浏览器里先校验', () => {
  const former = z.config();
  beforeAll(() => void z.config({ localeError: schemaWords }));
  afterAll(() => void z.config(former));

  it('每一处不对都指到它的格子', () => {
    const body = { members: [{ name: '', birth: '1952-03-08' }] };
    const errors = checkBody(acceptApplication, body);
    expect(errors).toEqual([{ path: 'members.0.name', message: '请填写姓名' }]);
    expect(errorAt(errors, 'members.0.name')).toBe('请填写姓名');
    expect(errorAt(errors, 'members.0')).toBe('请填写姓名');
    expect(errorAt(errors, 'members.1')).toBeUndefined();
  });

  it('都对就没有话说', () => {
    expect(checkBody(acceptApplication, { members: [] })).toEqual([]);
  });
});

describe('地址', () => {
  it('路径里的参数逐个转义，缺了就报错', () => {
    expect(fillPath(acceptApplication.path, { caseId: 'a/b' })).toBe(
      '/cases/a%2Fb/accept-application',
    );
    expect(() => fillPath(acceptApplication.path, {})).toThrow(/caseId/);
  });

  it('没有填的查询条件不出现，多选重复出现', () => {
    expect(searchPart({ stage: ['受理', '公示'], month: undefined, text: '' })).toBe(
      '?stage=%E5%8F%97%E7%90%86&stage=%E5%85%AC%E7%A4%BA',
    );
    expect(searchPart(undefined)).toBe('');
  });
});

describe('服务器的答复', () => {
  it('字段错误的位置写成点号、斜杠或数组都认', () => {
    const errors = [
      { path: 'a.0', message: '一' },
      { path: '/a/0', message: '二' },
      { path: ['a', 0], message: '三' },
    ];
    expect(problemOf(400, { errors }).errors?.map(({ path }) => path)).toEqual([
      'a.0',
      'a.0',
      'a.0',
    ]);
  });

  it('412 带回别人改了什么', () => {
    const changed = [{ seq: 4, title: '改正信息', actor: '赵敏', at: '2026-11-23 10:31' }];
    expect(problemOf(412, { changed }).changed).toEqual(changed);
  });
});
