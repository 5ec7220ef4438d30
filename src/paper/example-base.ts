import { idCheckDigit } from '../kernel/chinese-id.ts';
import { localDate, type Month } from '../kernel/local-date.ts';
import { remediesOf } from './remedy.ts';

/**
 * What the examples of papers share. Persons and places are synthetic and look it: 赵演一, 示例县, ID numbers
 * of the test area 519999.
 */

export const date = localDate('2026-11-23');
export const month = (text: string) => text as Month;

export const head = {
  number: '示例镇救助〔2026〕17号',
  organ: '示例镇人民政府',
  date,
  demo: true,
  verification: { address: 'https://yimen.example/v/7KQ2M4XP9TRD3WZC', code: '7KQ2-M4XP' },
  logRoot: '9f3c02be71d85a40',
};

export const entrustedHead = {
  ...head,
  number: '示例民救〔2026〕17号',
  organ: '示例县民政局',
  handledBy: '示例镇人民政府',
};

export const office = {
  place: '示例镇便民服务中心社会救助窗口',
  phone: '0818-0000001',
  hotline: '12349',
  clerk: '钱演二',
};

export const basis = [
  {
    source: '社会救助法第十八条',
    gist: '家庭成员人均收入低于当地最低生活保障标准、家庭财产符合规定的，给予最低生活保障。',
  },
  {
    source: '最低生活保障审核确认办法第二十三条',
    gist: '救助金额按照当地标准与家庭人均收入的差额，乘以家庭成员人数计算。',
  },
];

export const household = {
  applicant: '赵演一',
  caseNumber: '519999-2026-000017',
  village: '示例村',
  scheme: 'dibao' as const,
  membersCount: 4,
};

// A small real PNG: a scribble that is nobody's name.
export const signature = {
  pngBase64: [
    'iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoAgMAAABIhNa2AAAADFBMVEVMaXEAAAAAAAAAAAAykov8AAAABHRS',
    'TlMA/LFefkAPJAAAAAlwSFlzAAALEwAACxMBAJqcGAAAAVhJREFUOMvtkz1ugzAUxx9YHRjoBpyA3IAh6pIT',
    'VAxxcCUPXrtxBKRcIdAco0fwIWhzgi7tFTr0faAEkOqhcy3ww/69Z//9eAb4b7+1+9cgLi2bL5ibWxvO1Me6',
    'FdMtqTIjmeSpZvNslzh1BZnsaMhUx/0SJzvGDfAiObzL9OeEK59jH1lgrz2OeUu9E5zDhtZoGccWkk6kOMEn',
    'xlXHOHGQctjbUSQqyxh3vFAOOsFxg2HUopox6iVpAwiuHORyrpYw7gmYncgIVr2fJN51hNEJLAfhQfFFN5GI',
    'Tht2Upg1DKJP6NFbTeeip8T1HQeRf3q4Jg31FtxHLQeRZ++u2DBmSduDLLe9Bcc1YerTR81Bo5oF446ISXiq',
    'G545fzSzH+YJY0qxEKSotF4VVwEZmW8Z9WZVTSO8zEYPfo2VCZXqGLkgTtogLn0IX4bgNclM+Ba58B30f7u7',
    'P+mATUTJk5r6AAAAAElFTkSuQmCC',
  ].join(''),
};

export const investigators = [
  { name: '孙演三', role: '示例村驻村工作组', signedOn: date },
  { name: '李演四', role: '示例镇民政办', signedOn: date },
];
export const clerk = { name: '钱演二', role: '民政经办', signedOn: date };
export const leader = { name: '周演五', role: '分管负责人', signedOn: date };

export const remedies = remediesOf({
  mode: 'entrusted',
  act: 'decision',
  township: { name: '示例镇人民政府', kind: 'township' },
  county: { government: '示例县人民政府', bureau: '示例县民政局' },
  court: '示例县人民法院',
});

export const people = ['赵演一', '钱演五', '赵演六', '赵演七'];
export const relations = ['本人', '配偶', '子女', '子女'];
export const idNumber = (index: number) => {
  const first17 = `51999919700101${900 + index}`;
  return first17 + idCheckDigit(first17);
};

export const publicOffice = { place: '示例镇社会事务办公室', phone: '0818-0000001' };
