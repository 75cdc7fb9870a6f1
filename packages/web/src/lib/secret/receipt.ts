import { type Bytes, concat, equal, hex, RECEIPT_BYTES, receiptMessage, unhex } from '@plenary/count/secret';
import { verifyEd25519 } from './voter-key.ts';

/** The server's signed word that a vote lies in the box, under a number that names nobody. */
export interface SecretReceipt {
  readonly leaf: Bytes;
  readonly signature: Bytes;
}

/** Null unless it is for this very vote and signed by the ballot's key. */
export async function checkedReceipt(bytes: Bytes, leaf: Uint8Array, receiptKey: Bytes): Promise<SecretReceipt | null> {
  if (bytes.length !== RECEIPT_BYTES || !equal(bytes.subarray(0, 32), leaf)) return null;
  const receipt = { leaf: bytes.slice(0, 32), signature: bytes.slice(32) };
  return (await isSigned(receipt, receiptKey)) ? receipt : null;
}

export const isSigned = ({ leaf, signature }: SecretReceipt, receiptKey: Bytes): Promise<boolean> => verifyEd25519(receiptKey, signature, receiptMessage(leaf));

/** All 192 digits of a receipt in groups of four, eight groups a line: as it is shown, saved and printed. */
export function receiptLines({ leaf, signature }: SecretReceipt): string[] {
  const groups = hex(concat(leaf, signature)).match(/.{4}/g) ?? [];
  return Array.from({ length: groups.length / 8 }, (_, line) => groups.slice(8 * line, 8 * line + 8).join(' '));
}

/** Finds a receipt in a saved page or in what was pasted; words around it do no harm. Null when there is none. */
export function readReceipt(text: string): SecretReceipt | null {
  // A ballot's id has groups of four hexadecimal digits as well.
  const plain = text.toLowerCase().replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '|').replaceAll('>', ' ');
  const found = /(?:^|[^0-9a-z])((?:[0-9a-f]{4}\s*){48})(?![0-9a-z])/.exec(plain)?.[1]?.replace(/\s/g, '');
  const bytes = found === undefined ? null : unhex(found, RECEIPT_BYTES);
  return bytes && { leaf: bytes.slice(0, 32), signature: bytes.slice(32) };
}
