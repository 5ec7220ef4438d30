import * as contract from '../../../modules/evaluation/contract.ts';
import { dayWords } from '../../day-words.ts';
import { TypedAct } from '../inspection/typed-act.tsx';
import { type ActField, type ActForm, filesIn } from '../review/act-spec.ts';

type EvaluationActProps = {
  readonly params: { readonly township: string; readonly year: string };
  readonly view: contract.EvaluationShown;
  readonly onDone: () => void;
};

const nameOf = (act: string, { township, year }: EvaluationActProps['params']) =>
  `evaluation:${act}:${township}-${year}`;
/** What stands in a field of points; an empty or strange one makes the contract ask for it. */
const pointsIn = (value: unknown) =>
  /^\d{1,3}$/.test(String(value ?? '')) ? Number(value) : Number.NaN;
const noteOf = (form: ActForm, code: string) => String(form[`${code}-note`] ?? '');

function pointFields({ asked }: contract.EvaluationShown, hint: string): readonly ActField[] {
  return asked.flatMap(({ code, title, weight, basis }): ActField[] => [
    { key: code, label: `${title}得分`, is: 'text', hint: `0 到 ${weight} 分。${basis}` },
    { key: `${code}-note`, label: `${title}说明`, is: 'text', hint, optional: true },
  ]);
}

/** The township scores itself, indicator by indicator, with its evidence. */
export function SelfScoreForm({ params, view, onDone }: EvaluationActProps) {
  const fields = view.asked.flatMap(({ code, title, weight, basis }): ActField[] => [
    { key: code, label: `${title}得分`, is: 'text', hint: `0 到 ${weight} 分。${basis}` },
    { key: `${code}-note`, label: `${title}说明`, is: 'text', optional: true },
    { key: `${code}-files`, label: `${title}佐证`, is: 'files', optional: true },
  ]);
  return (
    <TypedAct
      name={nameOf('self', params)}
      contract={contract.selfScore}
      params={params}
      about="给了分的附佐证材料。其余指标由系统按记录计算，不用填。"
      fields={fields}
      initial={Object.fromEntries(fields.map(({ key, is }) => [key, is === 'files' ? [] : '']))}
      bodyOf={(form) => ({
        items: view.asked.map(({ code }) => ({
          ...{ code, points: pointsIn(form[code]), note: noteOf(form, code) },
          files: filesIn(form[`${code}-files`]),
        })),
      })}
      onDone={onDone}
    />
  );
}

/** The county scores what people must judge; the township's own points are proposed. */
export function ScoreForm({ params, view, onDone }: EvaluationActProps) {
  const own = new Map(view.selfScored?.items.map(({ code, points }) => [code, points]));
  return (
    <TypedAct
      name={nameOf('score', params)}
      contract={contract.scoreTownship}
      params={params}
      version={view.version}
      about="已填乡镇自评分，不同的改分并写明理由。系统按记录计算的指标一并写入结果。"
      fields={pointFields(view, '与自评不同的写明理由')}
      initial={Object.fromEntries(
        view.asked.map(({ code }) => [code, String(own.get(code) ?? '')]),
      )}
      bodyOf={(form) => ({
        items: view.asked.map(({ code }) => ({
          ...{ code, points: pointsIn(form[code]), note: noteOf(form, code) },
        })),
      })}
      onDone={onDone}
    />
  );
}

export function AppealForm({ params, view, onDone }: EvaluationActProps) {
  return (
    <TypedAct
      name={nameOf('appeal', params)}
      contract={contract.appealScore}
      params={params}
      version={view.version}
      about={`对评分有异议的，${dayWords(view.scored?.result.appealUntil ?? '')}前提出，由评分以外的人答复。没有异议的不用办。`}
      fields={[
        { key: 'text', label: '异议和理由', is: 'text', lines: 3 },
        { key: 'files', label: '证明材料', is: 'files', optional: true },
      ]}
      initial={{ text: '', files: [] }}
      bodyOf={({ text, files }) => ({ text, files: filesIn(files) })}
      onDone={onDone}
    />
  );
}

/** Points that are put right; those left empty stay. */
export function AnswerForm({ params, view, onDone }: EvaluationActProps) {
  const lines = view.scored?.result.lines ?? [];
  return (
    <TypedAct
      name={nameOf('answer', params)}
      contract={contract.answerAppeal}
      params={params}
      version={view.version}
      about={`异议：${view.appeal?.text ?? ''}。成立的填写改后的分数和理由，不填的分数不变。`}
      fields={[
        { key: 'answer', label: '答复', is: 'text', lines: 3 },
        ...lines.flatMap(({ code, title, weight }): ActField[] => [
          {
            ...{ key: code, label: `${title}改为`, is: 'text', optional: true },
            hint: `0 到 ${weight} 分`,
          },
          { key: `${code}-note`, label: `${title}改分理由`, is: 'text', optional: true },
        ]),
      ]}
      initial={{ answer: '' }}
      bodyOf={(form) => ({
        answer: form['answer'],
        items: lines
          .filter(({ code }) => String(form[code] ?? '') !== '')
          .map(({ code }) => ({ code, points: pointsIn(form[code]), note: noteOf(form, code) })),
      })}
      onDone={onDone}
    />
  );
}
