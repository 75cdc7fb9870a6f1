const OID = { bytea: 17, bigint: 20, date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186 } as const;

const asText = (text: string) => text;

/**
 * The embedded engine's values arrive in the JavaScript types that PostgreSQL's arrive in, so that one code
 * reads both. Arrays follow their elements.
 */
export const parsers: Record<number, (text: string) => unknown> = {
  [OID.bytea]: (text) => Buffer.from(text.slice('\\x'.length), 'hex'),
  [OID.bigint]: asText,
  [OID.date]: asText,
  [OID.timestamp]: asText,
  [OID.timestamptz]: asText,
  [OID.interval]: asText,
};
