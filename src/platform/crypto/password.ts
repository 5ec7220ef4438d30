import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP's argon2id setting: 19 MiB, two passes, one lane.
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const derive = promisify(argon2);

type Encoded = {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly tag: Buffer;
};

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`; salted, so the same password never encodes twice alike. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, {
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: LANES,
    salt,
    tag: Buffer.alloc(TAG_BYTES),
  });
  const parameters = `m=${MEMORY_KIB},t=${PASSES},p=${LANES}`;
  return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Whether the password belongs to the encoded text. Give `null` for an account that does not exist: the same
 * work is done, so the time says nothing about who has an account. Throws when the text is no encoding of ours.
 */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  const expected = encoded === null ? NOBODY : parse(encoded);
  const tag = await tagOf(password, expected);
  return timingSafeEqual(tag, expected.tag) && encoded !== null;
}

/** True when the stored text was made with weaker settings than today's; hash anew at the next sign-in. */
export function isOutdated(encoded: string): boolean {
  const { memory, passes, parallelism } = parse(encoded);
  return memory < MEMORY_KIB || passes < PASSES || parallelism !== LANES;
}

const NOBODY: Encoded = {
  memory: MEMORY_KIB,
  passes: PASSES,
  parallelism: LANES,
  salt: randomBytes(SALT_BYTES),
  tag: randomBytes(TAG_BYTES),
};

// NFKC, because one input method types a full-width letter where another types a half-width one.
function tagOf(password: string, encoded: Encoded): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC'), 'utf8'),
    nonce: encoded.salt,
    memory: encoded.memory,
    passes: encoded.passes,
    parallelism: encoded.parallelism,
    tagLength: encoded.tag.length,
  });
}

function parse(encoded: string): Encoded {
  const match =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/.exec(encoded);
  if (!match) throw new TypeError('not an encoded password');
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
