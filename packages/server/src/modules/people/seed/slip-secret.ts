import { hkdfSync, randomBytes } from 'node:crypto';
import { slipRoot, slipText } from '../domain/slip-text.ts';
import { hashOfSlipToken } from '../application/secret.ts';

/*
 * The server derives tokens for one purpose only: the demonstration's own slips. Everybody else's secret is made,
 * and stays, in a browser.
 */

const tag = (label: string) => Buffer.from(`plenary/${label}/v1\0`, 'utf8');

/** The sign-in token of a slip's 16 bytes: HKDF-SHA-512, 32 bytes as hexadecimal digits. Vectors: docs/api.md. */
export const slipToken = (root: Uint8Array): string =>
  Buffer.from(hkdfSync('sha512', root, tag('root'), tag('slip-token'), 32)).toString('hex');

export interface Slip {
  /** 26 characters, as printed. */
  readonly text: string;
  readonly token: string;
  /** What is kept. */
  readonly tokenHash: Buffer;
}

export const newSlip = (): Slip => slipOf(randomBytes(16));

/** The slip printed as `text`, or null when that is none. */
export function readSlip(text: string): Slip | null {
  const root = slipRoot(text);
  return root === null ? null : slipOf(root);
}

function slipOf(root: Uint8Array): Slip {
  const token = slipToken(root);
  return { text: slipText(root), token, tokenHash: hashOfSlipToken(token)! };
}
