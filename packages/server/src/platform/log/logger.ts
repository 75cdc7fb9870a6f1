import { type DestinationStream, type Logger, destination, pino } from 'pino';
import { describeError } from './describe-error.ts';

/** Fields that hold a secret or say who someone is; whoever logs one by mistake logs `[hidden]`. */
const HIDDEN = [
  'token', 'secret', 'slip', 'password', 'cookie', 'authorization', 'castKey', 'choices',
  'name', 'givenName', 'familyName', 'email', 'phone', 'address', 'ip', 'body', 'query', 'params', 'variables',
];

/** 128 bits and more in an address, as in the link of somebody's calendar, are somebody's way in. An id has dashes at its places, and stays. */
const SECRET_PART = /(?<=\/)(?![0-9a-f]{8}-[0-9a-f]{4}-)[\w-]{22,}/gi;

/**
 * JSON lines for machines, to stderr: stdout belongs to what the server tells the person who started it.
 * Requests are a method and a path; bodies, variables, addresses and query strings are never logged.
 */
export function createLogger(level: string, to: DestinationStream = destination(2)): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: HIDDEN.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
      hooks: {
        // Left alone, pino borrows the error's own message for a line without one.
        logMethod(args, method) {
          if (args.length === 1 && typeof args[0] === 'object') args.push('error');
          method.apply(this, args);
        },
      },
      serializers: {
        err: describeError,
        error: describeError,
        req: (request: { id?: unknown; method?: string; url?: string }) => ({
          id: request.id, method: request.method, path: request.url?.split(/[?#]/)[0]?.replace(SECRET_PART, '[hidden]'),
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
    },
    to,
  );
}
