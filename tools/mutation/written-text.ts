/** A node of the syntax tree as the instrumenter gives it; only what is asked of it. */
type Node = {
  readonly type: string;
  readonly value?: unknown;
  readonly callee?: { readonly name?: string };
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
};

const CHINESE = /\p{Script=Han}/u;

/**
 * Leaves texts for people out of the mutation: titles, messages, citations. Emptying one changes no result;
 * that they are there and well written is checked elsewhere.
 */
export const writtenText = {
  shouldIgnore: (path: object): string | undefined => {
    const { node, parent } = path as { readonly node: Node; readonly parent?: Node };
    return isText(node) || isErrorText(node, parent) ? 'text for people' : undefined;
  },
};

/** What an error says to a programmer that must never happen. */
function isErrorText({ type }: Node, parent: Node | undefined): boolean {
  return (
    (type === 'StringLiteral' || type === 'TemplateLiteral') &&
    parent?.type === 'NewExpression' &&
    (parent.callee?.name ?? '').endsWith('Error')
  );
}

function isText({ type, value, quasis = [] }: Node): boolean {
  if (type === 'StringLiteral') return CHINESE.test(String(value));
  // What stands in the gaps of a template is code: only one without gaps is left out.
  return (
    type === 'TemplateLiteral' && quasis.length === 1 && CHINESE.test(quasis[0]?.value.raw ?? '')
  );
}
