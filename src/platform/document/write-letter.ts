import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/** A letter an office sends out under its own name, to be edited before it is sent. */
export type Letter = {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly attachments: readonly string[];
  readonly organ: string;
  /** "2026年11月23日". */
  readonly date: string;
  readonly contact: string;
  /** Printed above the title of made-up data. */
  readonly warning?: string;
};

// 公文格式 (GB/T 9704): 版心 156 × 225 毫米, 小标宋 二号, 仿宋 三号, 28 磅行距, 首行缩进二字.
const MM = 56.7;
const FANGSONG = {
  ascii: 'FangSong_GB2312',
  eastAsia: 'FangSong_GB2312',
  hAnsi: 'FangSong_GB2312',
};
const TITLE = {
  ascii: 'FZXiaoBiaoSong-B05S',
  eastAsia: 'FZXiaoBiaoSong-B05S',
  hAnsi: 'FZXiaoBiaoSong-B05S',
};
const BODY_HALF_POINTS = 32;
const TITLE_HALF_POINTS = 44;
const LINE = 560;
const TWO_SIGNS = BODY_HALF_POINTS * 10 * 2;

/** The letter as DOCX. All text is placed as text: nothing in it is a field, a link or a macro. */
export async function writeLetter(letter: Letter): Promise<Uint8Array> {
  const { title, number, to, paragraphs, attachments, organ, date, contact, warning } = letter;
  const document = new Document({
    title,
    creator: organ,
    styles: { default: { document: { run: { font: FANGSONG, size: BODY_HALF_POINTS } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              top: Math.round(37 * MM),
              bottom: Math.round(35 * MM),
              left: Math.round(28 * MM),
              right: Math.round(26 * MM),
            },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          ...(warning ? [centred(warning, { size: 24, color: 'B00020' })] : []),
          centred(title, { size: TITLE_HALF_POINTS, font: TITLE }),
          centred(number, {}),
          line(''),
          line(`${to}：`),
          ...paragraphs.map((text) => line(text, { firstLine: TWO_SIGNS })),
          line(`联系人及电话：${contact}`, { firstLine: TWO_SIGNS }),
          ...(attachments.length > 0 ? [line('')] : []),
          ...attachments.map((text, at) =>
            line(
              `${at === 0 ? '附件：' : '　　　'}${attachments.length > 1 ? `${at + 1}．` : ''}${text}`,
              { firstLine: TWO_SIGNS },
            ),
          ),
          line(''),
          line(''),
          signed(organ),
          signed(date),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Run = { readonly size?: number; readonly font?: typeof TITLE; readonly color?: string };

function centred(text: string, run: Run): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: LINE, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text: visible(text), ...run })],
  });
}

function line(text: string, indent: { readonly firstLine?: number } = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent,
    children: [new TextRun({ text: visible(text) })],
  });
}

/** Organ and date at the lower right, four signs from the edge, where the seal goes. */
function signed(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    indent: { right: TWO_SIGNS * 2 },
    children: [new TextRun({ text: visible(text) })],
  });
}

function pageNumbers(): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children, size: 28 })],
      }),
    ],
  });
}

// Control signs cannot stand in XML and direction signs would turn a name round.
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');
}
