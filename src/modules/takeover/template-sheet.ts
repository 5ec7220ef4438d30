import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import { CODE_FIELDS, type CodeField, codeFields, type CodeRow, codeWords } from './code-table.ts';
import { type ColumnKey, columnKeys, ledgerColumns } from './ledger-column.ts';

const NEED = { each: '每行必填', once: '每户必填', no: '可不填' } as const;

/**
 * What a county fills in: an empty ledger first, then examples, what each column means, the words to use, and what the
 * codes of other systems stand for.
 */
export function templateSheets(
  codes: readonly (CodeRow & { readonly source: string })[],
): readonly Sheet[] {
  const heading = columnKeys.map((key) => ledgerColumns[key].title);
  return [
    { name: '台账', heading, rows: [] },
    { name: '填写示例', heading, rows: examples.map(exampleRow) },
    {
      name: '列说明',
      heading: ['列', '是否必填', '说明', '也认得的列名'],
      rows: columnKeys.map((key) => {
        const { title, need, hint, also } = ledgerColumns[key];
        return [title, NEED[need], hint, also.join('、')];
      }),
    },
    { name: '代码表', heading: ['列', '可以填写'], rows: codeFields.map(codeRow) },
    {
      name: '来源系统代码',
      heading: ['来源系统', '列', '代码或者说法', '表示', '自哪天起', '依据'],
      rows: codes.map(({ system, field, code, value, from, source }) => [
        ...[system, ledgerColumns[field].title, code],
        ...[value === null ? '（不填）' : codeWords(field, value), from, source],
      ]),
    },
  ];
}

/** A couple, and a 特困 person by himself. All made up. */
const examples: readonly Partial<Record<ColumnKey, string>>[] = [
  {},
  {
    name: '李演苗',
    idNumber: '519999196208150021',
    relation: '配偶',
    ...{
      phone: '',
      labourCapacity: '部分丧失劳动能力',
      employment: '灵活就业、务农',
      income: '420.50',
    },
  },
  {
    household: '510002',
    scheme: '特困人员',
    document: '通民特困〔2023〕8号',
    ...{ decidedOn: '2023-03-15', from: '2023-04', amount: '806', holder: '王演石' },
    ...{ name: '王演石', idNumber: '519999194801010039', account: '6200000000000000026' },
  },
];

function exampleRow(own: Partial<Record<ColumnKey, string>>): string[] {
  const isSecond = own.relation === '配偶';
  return columnKeys.map((key) => {
    const { example, of, need } = ledgerColumns[key];
    if (own[key] !== undefined) return own[key] ?? '';
    return isSecond && of === 'household' && need !== 'each' ? '' : example;
  });
}

function codeRow(field: CodeField): string[] {
  return [ledgerColumns[field].title, Object.values(CODE_FIELDS[field]).join('、')];
}
