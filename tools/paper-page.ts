import { type PaperKind, paperKinds } from '../src/modules/issuance/paper-kind.ts';

const HEAD = ['文书', '代码', '用在哪些项目、哪种办理方式', '给谁', '自动填写', '手工填写', '依据'];

/** Every form: where it is used, how many fields the system fills, what a pen still adds, and its law. */
export function paperPage(): string {
  const kinds = paperKinds();
  const sum = (of: (kind: PaperKind) => number) =>
    kinds.reduce((total, each) => total + of(each), 0);
  const rows = kinds.map((each) =>
    row([
      each.title,
      `\`${each.name}\``,
      each.used,
      each.audience,
      `${each.filled} 项`,
      each.byHand.length === 0 ? '无' : `${each.byHand.length} 项：${each.byHand.join('、')}`,
      each.law.join('；'),
    ]),
  );
  const told = [
    '由 src/modules/issuance/paper-kind.ts 和各文书的完整示例生成，请勿手工修改。',
    `共 ${kinds.length} 种文书：系统自动填写 ${sum(({ filled }) => filled)} 项，手工填写和签字 ${sum(({ byHand }) => byHand.length)} 项。`,
    '“自动填写”是完整示例中由系统填写的不同栏目的个数，同一栏目不论几行只算一项，签名图片不算；“手工填写”是打印以后还要用笔填写或者签字的栏目。',
    '除“存档”的以外，每份文书都有核验码和二维码；“家庭（本人）”的都有大字版。转介单、调查函、近亲属备案表、临时救助备案表另有可编辑的公函（DOCX）。',
  ];
  const table = [row(HEAD), row(HEAD.map(() => '---')), ...rows].join('\n');
  return `# 文书目录\n\n${told.join('\n\n')}\n\n${table}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
