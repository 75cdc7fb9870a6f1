import { resolve } from 'node:path';
import { z } from 'zod';
import type { FilesPlace } from './platform/files/open-file-store.ts';

/** Raw environment, exactly as the process was given it. The only reader of `process.env`. */
export function readEnv(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

const flag = (fallback: boolean) =>
  z.enum(['0', '1', 'true', 'false', '']).optional()
    .transform((value) => (value === undefined || value === '' ? fallback : value === '1' || value === 'true'));

const PORT = 'a whole number from 0 to 65535';

const HOPS = 'a whole number from 1 to 10';

const MEGABYTES = 'a whole number from 1 to 200';

const BUCKET = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_KEY', 'FILES_S3_SECRET'] as const;

const schema = z.object({
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PROXY_HOPS: z.coerce.number(HOPS).int(HOPS).min(1, HOPS).max(10, HOPS).default(1),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  FILES_DIR: z.string().min(1).optional(),
  FILES_MOST_MB: z.coerce.number(MEGABYTES).int(MEGABYTES).min(1, MEGABYTES).max(200, MEGABYTES).default(20),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket').optional(),
  FILES_S3_KEY: z.string().min(1).optional(),
  FILES_S3_SECRET: z.string().min(1).optional(),
  DEMO: flag(true),
  OPEN_GRAPHQL: flag(true).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
}).superRefine((env, faults) => {
  const given = BUCKET.filter((name) => env[name] !== undefined);
  if (given.length === 0) return;
  for (const name of BUCKET) if (env[name] === undefined) faults.addIssue({ code: 'custom', path: [name], message: `needed beside ${given.join(', ')}` });
  if (env.FILES_DIR !== undefined) faults.addIssue({ code: 'custom', path: ['FILES_DIR'], message: 'files lie in a folder or in a bucket, not in both' });
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Origin people reach this server at, without a trailing slash. */
  readonly publicUrl: string;
  /** Proxies of the school's own between visitors and this server; they count only where `publicUrl` is https. */
  readonly proxyHops: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly files: {
    /** Bytes of one file. */
    readonly most: number;
    readonly place: FilesPlace;
  };
  readonly demo: boolean;
  /** Any document and introspection, for integrators; otherwise only the page's own documents. */
  readonly openGraphql: boolean;
  readonly logLevel: string;
}

/**
 * Shapes raw values into the configuration; pure.
 * @throws {ConfigError} naming every faulty variable at once, never its value.
 */
export function toConfig(raw: Readonly<Record<string, string | undefined>>, cwd = '.'): Config {
  const named = Object.fromEntries(
    Object.keys(schema.shape).map((key) => [key, raw[key] === '' ? undefined : raw[key]]),
  );
  const parsed = schema.safeParse(named);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://${nameOf(env.HOST)}:${env.PORT}`).replace(/\/+$/, ''),
    proxyHops: env.PROXY_HOPS,
    dataDir: resolve(cwd, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    files: { most: env.FILES_MOST_MB * 1024 ** 2, place: filesPlaceOf(env, cwd) },
    demo: env.DEMO,
    openGraphql: env.OPEN_GRAPHQL ?? env.DEMO,
    logLevel: env.LOG_LEVEL,
  };
}

function filesPlaceOf(env: z.infer<typeof schema>, cwd: string): FilesPlace {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_KEY: key, FILES_S3_SECRET: secret, FILES_S3_REGION: region } = env;
  if (endpoint === undefined || bucket === undefined || key === undefined || secret === undefined) return { folder: resolve(cwd, env.FILES_DIR ?? `${env.DATA_DIR}/files`) };
  return { bucket: { endpoint, region, bucket, key, secret } };
}

/** What to type to reach a server that listens on `host`. Every address is none: browsers let nobody sign in at 0.0.0.0. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment has ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}
