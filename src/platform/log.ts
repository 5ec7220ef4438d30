import type { FastifyBaseLogger } from 'fastify';
import pino, { type DestinationStream, type Level } from 'pino';

/**
 * All that a log line may say, beside a fixed sentence. A field that is not here does not reach the log, whoever
 * passes it: names, addresses, request bodies and error texts hold what families told us.
 */
const FIELDS: Readonly<Record<string, 'string' | 'number'>> = {
  request: 'string',
  reqId: 'string',
  method: 'string',
  /** The route's pattern (`/api/cases/:id`), never the address asked for. */
  route: 'string',
  status: 'number',
  ms: 'number',
  /** Class of an error, its SQLSTATE or system code, and the line of our source it comes from. */
  kind: 'string',
  state: 'string',
  at: 'string',
  job: 'string',
  step: 'string',
  count: 'number',
  port: 'number',
  version: 'string',
  /** What PostgreSQL reports; it is set not to report values of rows. */
  database: 'string',
};

/** Filters at run time rather than by type: Fastify's own lines pass through it too. */
export type Logger = FastifyBaseLogger;

/** JSON lines on standard output. Tests pass their own destination and level. */
export function createLogger(
  options: { level?: Level | 'silent'; destination?: DestinationStream } = {},
): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    hooks: {
      logMethod(call: unknown[], write) {
        const [fields, message] = readCall(call);
        write.call(this, fields, masked(message));
      },
    },
  };
  const logger = options.destination ? pino(settings, options.destination) : pino(settings);
  // What a child always says is written past the hook above. Children of children inherit this.
  const child = logger.child;
  logger.child = function filtered(this: pino.Logger, bindings: object) {
    return child.call(this, allowed(bindings));
  } as typeof logger.child;
  return logger;
}

/** Only the fields and the sentence: values to be put into the sentence are dropped. */
function readCall(call: readonly unknown[]): [Record<string, string | number>, string] {
  const [first, second] = call;
  if (typeof first === 'string') return [{}, first];
  const message = typeof second === 'string' ? second : 'error';
  return [first instanceof Error ? fieldsOfError(first) : allowed(asObject(first)), message];
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function allowed(fields: object): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Error) Object.assign(kept, fieldsOfError(value));
    else if (typeof value === 'string' && FIELDS[name] === 'string') kept[name] = masked(value);
    else if (typeof value === 'number' && FIELDS[name] === 'number') kept[name] = value;
  }
  return kept;
}

/** Never the message: PostgreSQL and validators put the value into it. */
function fieldsOfError(error: Error): Record<string, string> {
  const { code } = error as { code?: unknown };
  const line = error.stack?.split('\n').find((each) => each.includes('/src/')) ?? '';
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { state: code } : {}),
    at: line.trim().replace(/\(?(file:\/\/)?\/.*\/src\//, 'src/'),
  };
}

// Second net: 15 to 19 digits are an identity number or an account, 11 digits from 1[3-9] a mobile phone. The
// pieces of a random identifier (hex, hyphens) are left alone, or no request could be found again.
const NUMBERS = /(?<![\da-f-])(\d{15,19}[xX]?|1[3-9]\d{9})(?![\da-f-])/gi;

function masked(text: string): string {
  return text.normalize('NFKC').replaceAll(NUMBERS, '***').slice(0, 1000);
}
