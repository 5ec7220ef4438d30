/**
 * What goes wrong between a screen and the server, as RFC 9457 problem JSON. A refusal (409)
 * carries the rule it rests on; a stale act (412) what others changed meanwhile; an invalid body
 * (400) one line per field.
 */
export type Problem = {
  readonly status: number;
  /** The server's code (`notice-period-not-over`), or one of ours: `network`, `unreadable`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly citation?: { readonly rule: string; readonly source: string; readonly doubt?: string };
  readonly errors?: readonly FieldError[];
  readonly changed?: readonly Change[];
  /** On 412: the version the stream has now. */
  readonly version?: number;
};

/**
 * `path` is the place in the body joined by dots (`members.0.birth`); the field on the screen has
 * it as its id.
 */
export type FieldError = { readonly path: string; readonly message: string };

/** An event that happened after the version this screen was read at. */
export type Change = {
  readonly seq: number;
  readonly title: string;
  readonly actor: string;
  /** Milliseconds since 1970, or already written for people. */
  readonly at: number | string;
  readonly fields?: readonly ChangedField[];
};

/** `now` is the other person's value; `shown` is how it reads when the bare value would not. */
export type ChangedField = {
  readonly path: string;
  readonly label: string;
  readonly now: unknown;
  readonly shown?: string;
};

/**
 * Reads an answer that is not a success. Whatever is missing is filled with a sentence for that
 * status.
 */
export function problemOf(status: number, body: unknown): Problem {
  const found = isRecord(body) ? body : {};
  return {
    status,
    code: textOr(found['code'], `http-${status}`),
    title: textOr(found['title'], titles[status] ?? '没有办成'),
    detail: textOr(found['detail'], sentences[status] ?? textOr(found['title'], unknown(status))),
    ...(isCitation(found['citation']) && { citation: found['citation'] }),
    ...(Array.isArray(found['errors']) && { errors: found['errors'].flatMap(fieldError) }),
    ...(Array.isArray(found['changed']) && { changed: found['changed'].filter(isChange) }),
    ...(typeof found['version'] === 'number' && { version: found['version'] }),
  };
}

function unknown(status: number): string {
  return `服务器答复了 ${status}，请稍后再试`;
}

/** The server could not be reached after every attempt. */
export function unreachable(what: string): Problem {
  return {
    status: 0,
    code: 'network',
    title: '网络不通',
    detail: `“${what}”没有送到服务器。已填的内容还在，请检查网线后再按一次，不会重复办理。`,
  };
}

const titles: Readonly<Record<number, string>> = {
  400: '填写有误',
  401: '登录已过期',
  403: '无权办理',
  404: '没有找到',
  409: '不能办理',
  412: '别人刚刚改动过',
  428: '页面已经旧了',
  429: '操作太频繁',
  502: '服务器正忙',
  503: '服务器正忙',
  504: '服务器正忙',
};

const sentences: Readonly<Record<number, string>> = {
  400: '填写的内容有误，请按提示改正',
  401: '登录已过期，请重新登录',
  403: '当前岗位无权办理，请切换岗位或联系县级民政部门',
  404: '没有找到，可能已移交或不在本辖区',
  409: '按规定现在不能办理',
  412: '别人刚刚改动过，请先看改了什么',
  428: '这个页面已经旧了，请刷新后再办',
  429: '操作太频繁，请过一会儿再试',
  503: '服务器正忙，请稍后再试',
};

function fieldError(value: unknown): FieldError[] {
  if (!isRecord(value) || typeof value['message'] !== 'string') return [];
  const { path } = value;
  const joined = Array.isArray(path) ? path.join('.') : textOr(path, '');
  return [{ path: joined.replaceAll('/', '.').replace(/^\./, ''), message: value['message'] }];
}

function isCitation(value: unknown): value is NonNullable<Problem['citation']> {
  return (
    isRecord(value) && typeof value['rule'] === 'string' && typeof value['source'] === 'string'
  );
}

function isChange(value: unknown): value is Change {
  return isRecord(value) && typeof value['seq'] === 'number' && typeof value['title'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
