import { type Fraction, fraction } from './fraction.ts';

/** A formula of a place's file, read by descending through it. Units are for the checker; here only yuan matter. */
export type Formula =
  | { readonly is: 'figure'; readonly value: Fraction }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'answer'; readonly value: boolean }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'unknown'; readonly text: string }
  | { readonly is: 'not'; readonly of: Formula }
  | { readonly is: 'two'; readonly sign: string; readonly left: Formula; readonly right: Formula }
  | { readonly is: 'in'; readonly of: Formula; readonly codes: readonly string[] }
  | { readonly is: 'in-list'; readonly of: Formula; readonly list: string }
  | { readonly is: 'if'; readonly when: Formula; readonly then: Formula; readonly else: Formula }
  | {
      readonly is: 'over-records';
      readonly what: string;
      readonly level: string;
      readonly where: Formula | null;
      readonly of: Formula | null;
    }
  | {
      readonly is: 'cell';
      readonly table: string;
      readonly code: Formula;
      readonly column: string;
    }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Formula[] };

const WORDS = 'if|then|else|or|and|not|in|where|yes|no|unknown|cell|sum|count|any|all'.split('|');
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|('[^']+')|("[^"]+")|([A-Za-z][A-Za-z0-9]*)|(<=|>=|<>|[-<>=+*/(),:]))/y;
const UNIT = /\s*(%|[a-z][a-z-]*(?:\/(?:fen|month|person|year|square-metre)\b)*)/y;

type Token = { readonly kind: 'figure' | 'code' | 'text' | 'word' | 'sign'; readonly text: string };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new SyntaxError(`cannot read: ${text.slice(at)}`);
    at = TOKEN.lastIndex;
    const [, figure, code, quoted, word, sign] = found;
    if (figure !== undefined) {
      UNIT.lastIndex = at;
      const unit = UNIT.exec(text)?.[1];
      const isUnit = unit !== undefined && !WORDS.includes(unit);
      if (isUnit) at = UNIT.lastIndex;
      tokens.push({ kind: 'figure', text: isUnit ? `${figure} ${unit}` : figure });
    } else if (code !== undefined) tokens.push({ kind: 'code', text: code.slice(1, -1) });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1) });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

const read = new Map<string, Formula>();

export function readFormula(text: string): Formula {
  const known = read.get(text);
  if (known) return known;
  const formula = new Reader(tokensOf(text)).whole();
  read.set(text, formula);
  return formula;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#formula();
    if (this.#at < this.#tokens.length) throw new SyntaxError(`left over: ${this.#peek()?.text}`);
    return formula;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** Takes the next token when it is one of these words or signs. */
  #take(...texts: readonly string[]): string | null {
    const token = this.#peek();
    const fits = token && (token.kind === 'word' || token.kind === 'sign');
    if (!fits || !texts.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  #must(text: string): void {
    if (this.#take(text) === null) {
      throw new SyntaxError(`${text} expected, found ${this.#peek()?.text ?? 'the end'}`);
    }
  }

  #next(kind: Token['kind']): string {
    const token = this.#peek();
    if (token?.kind !== kind) throw new SyntaxError(`${kind} expected, found ${token?.text}`);
    this.#at += 1;
    return token.text;
  }

  #formula(): Formula {
    if (this.#take('if') === null) return this.#or();
    const when = this.#formula();
    this.#must('then');
    const then = this.#formula();
    this.#must('else');
    return { is: 'if', when, then, else: this.#formula() };
  }

  #or(): Formula {
    let left = this.#and();
    while (this.#take('or')) left = { is: 'two', sign: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Formula {
    let left = this.#not();
    while (this.#take('and')) left = { is: 'two', sign: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Formula {
    return this.#take('not') ? { is: 'not', of: this.#not() } : this.#comparison();
  }

  #comparison(): Formula {
    const left = this.#sum();
    const sign = this.#take('<=', '>=', '<>', '<', '>', '=');
    if (sign) return { is: 'two', sign, left, right: this.#sum() };
    if (!this.#take('in')) return left;
    if (!this.#take('(')) return { is: 'in-list', of: left, list: this.#next('word') };
    const codes: string[] = [];
    while (!this.#take(')')) {
      codes.push(this.#next('code'));
      this.#take(',');
    }
    return { is: 'in', of: left, codes };
  }

  #sum(): Formula {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      left = { is: 'two', sign, left, right: this.#product() };
    }
    return left;
  }

  #product(): Formula {
    let left = this.#single();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      left = { is: 'two', sign, left, right: this.#single() };
    }
    return left;
  }

  #single(): Formula {
    const token = this.#peek();
    if (token?.kind === 'figure') return { is: 'figure', value: figureOf(this.#next('figure')) };
    if (token?.kind === 'code') return { is: 'code', code: this.#next('code') };
    if (this.#take('(')) {
      const inside = this.#formula();
      this.#must(')');
      return inside;
    }
    const word = this.#next('word');
    if (word === 'yes' || word === 'no') return { is: 'answer', value: word === 'yes' };
    if (!this.#take('(')) return { is: 'name', name: word };
    return this.#inParentheses(word);
  }

  #inParentheses(word: string): Formula {
    if (word === 'unknown') {
      const text = this.#next('text');
      this.#must(')');
      return { is: 'unknown', text };
    }
    if (['sum', 'count', 'any', 'all'].includes(word)) {
      const level = this.#next('word');
      const where = this.#take('where') ? this.#formula() : null;
      const of = this.#take(':') ? this.#formula() : null;
      this.#must(')');
      return { is: 'over-records', what: word, level, where, of };
    }
    if (word === 'cell') {
      const table = this.#next('word');
      this.#must(',');
      const code = this.#formula();
      this.#must(',');
      const column = this.#next('word');
      this.#must(')');
      return { is: 'cell', table, code, column };
    }
    const given: Formula[] = [];
    while (!this.#take(')')) {
      given.push(this.#formula());
      this.#take(',');
    }
    return { is: 'call', name: word, given };
  }
}

/** "2.5 yuan" is 250 fen, "30 %" is 30 hundredths; every other unit leaves the figure as it is. */
function figureOf(text: string): Fraction {
  const [digits = '', unit = ''] = text.split(' ');
  const [whole = '', decimals = ''] = digits.split('.');
  const value = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  if (unit === '%') return fraction(value.top, value.bottom * 100n);
  return /^yuan(\/|$)/.test(unit) ? fraction(value.top * 100n, value.bottom) : value;
}
