import { GraphQLScalarType, Kind } from 'graphql';

/** Canonical: padded, and without line breaks or spare bits. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytes(value: unknown): Uint8Array {
  if (typeof value !== 'string' || !BASE64.test(value)) throw new TypeError('Bytes are written in base64, with padding.');
  return new Uint8Array(Buffer.from(value, 'base64'));
}

export const Base64BytesScalar = new GraphQLScalarType<Uint8Array, string>({
  name: 'Base64Bytes',
  description: 'Bytes, in base64 with padding (RFC 4648, section 4).',
  serialize: (value) => {
    if (!(value instanceof Uint8Array)) throw new TypeError('Bytes were expected.');
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  },
  parseValue: bytes,
  parseLiteral: (node) => bytes(node.kind === Kind.STRING ? node.value : undefined),
});
