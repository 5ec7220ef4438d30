import type { CheckedFile } from './use-file-check.ts';
import { lineRange, lineText } from './preview-form.ts';

type FileFaultsProps = { readonly faults: CheckedFile['faults']; readonly text: string };

const TEXT_FIELD = 'change.text';
const LINES_ABOVE = 3;

/** Every fault with its line, what stands there, and what to do; a press leads to the line. */
export function FileFaults({ faults, text }: FileFaultsProps) {
  if (faults.length === 0) return null;
  return (
    <div className="yc-card-room">
      <table className="yc-card-table yc-faults">
        <caption className="ym-heard">文件里要改的和请再看一看的</caption>
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            <th scope="col">错在哪里、怎么改</th>
            <th scope="col">那一行写的</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, column, is, message }) => (
            <tr key={`${line} ${column} ${message}`}>
              <td>
                <button type="button" className="ym-link" onClick={() => goToLine(text, line)}>
                  第 {line} 行第 {column} 列
                </button>
              </td>
              <td>
                <span className={is === 'fault' ? 'ym-wrong' : ''}>
                  {is === 'fault' ? message : `请再看一看：${message}`}
                </span>
              </td>
              <td data-label="那一行写的">
                <code>{lineText(text, line)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function goToLine(text: string, line: number): void {
  const area = document.getElementById(TEXT_FIELD);
  if (!(area instanceof HTMLTextAreaElement)) return;
  const { from, to } = lineRange(text, line);
  area.focus();
  area.setSelectionRange(from, to);
  const { lineHeight, paddingTop } = getComputedStyle(area);
  const above = Math.max(0, line - LINES_ABOVE) * Number.parseFloat(lineHeight);
  area.scrollTop = above + Number.parseFloat(paddingTop);
  area.scrollLeft = 0;
}
