/**
 * Lets the page run under `require-trusted-types-for 'script'; trusted-types default`. antd writes
 * its styles with `innerHTML` on a `<style>`; style sheets hold no `<`, so the default policy lets
 * through texts without it and nothing that could become an element. Scripts get no policy at all.
 * Import before anything draws.
 */
type PolicyFactory = {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;

if (factory && !factory.defaultPolicy) {
  factory.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}
