/** A question as an officer types it, many in one text. */
export type TypedQuestion = {
  readonly text: string;
  readonly options: readonly string[];
  readonly answers: readonly number[];
  readonly basis: string;
};

/**
 * Reads questions from typed text: an empty line between two questions; the first line asks, each following line is an
 * option, a right one begins with `*`; a line `依据：…` says where it is written.
 */
export function readQuestions(text: string): readonly TypedQuestion[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').flatMap((line) => line.trim() || []))
    .flatMap(([asked, ...rest]) => (asked ? questionOf(asked, rest) : []));
}

function questionOf(asked: string, rest: readonly string[]): TypedQuestion {
  const bases = rest.filter((line) => BASIS.test(line));
  const options = rest.filter((line) => !BASIS.test(line));
  return {
    text: asked.replace(NUMBER, ''),
    options: options.map((line) => line.replace(LETTER, '')),
    answers: options.flatMap((line, no) => (/^[*＊]/.test(line) ? no : [])),
    basis: bases.map((line) => line.replace(BASIS, '')).join('；'),
  };
}

const BASIS = /^依据[:：]\s*/;
/** A figure such as 2.5 is no number of a question. */
const NUMBER = /^\d+(?:[.．](?!\d)|、)\s*/;
const LETTER = /^[*＊]?\s*(?:[A-Fa-f][.、．]\s*)?/;

/** The same text from questions, for the next edition; numbered and lettered, so that it reads back as it was. */
export function typedText(questions: readonly TypedQuestion[]): string {
  return questions
    .map(({ text, options, answers, basis }, place) =>
      [
        `${place + 1}. ${text}`,
        ...options.map(
          (option, no) => `${answers.includes(no) ? '*' : ''}${'ABCDEF'[no]}. ${option}`,
        ),
        ...(basis === '' ? [] : [`依据：${basis}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
