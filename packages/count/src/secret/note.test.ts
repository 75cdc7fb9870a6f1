import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hex, unbase64, utf8 } from './bytes.ts';
import { checkpointNote, isSignedBy, noteKeyId, parseNote } from './note.ts';

describe('a checkpoint', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'));
  const key = { name: 'plenary/a', publicKey: raw };
  const note = checkpointNote({ origin: 'plenary/a/b', size: 12, root: new Uint8Array(32).fill(7) }, key, (message) => sign(null, message, privateKey));

  it('is read back, and its signature covers its text', () => {
    const read = parseNote(note)!;
    expect(read).toMatchObject({ origin: 'plenary/a/b', size: 12, root: new Uint8Array(32).fill(7), keyName: 'plenary/a' });
    expect(isSignedBy(read, key)).toBe(true);
    expect(isSignedBy(read, { ...key, publicKey: new Uint8Array(32) })).toBe(false);
    expect(isSignedBy(read, { ...key, name: 'plenary/b' })).toBe(false);
    expect(verify(null, utf8(read.text), publicKey, read.signature)).toBe(true);
  });

  it('finds keys like the Go tools: the example of C2SP signed-note', () => {
    // https://c2sp.org/signed-note: vkey "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    const vkey = unbase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')!;
    expect(hex(noteKeyId({ name: 'PeterNeumann', publicKey: vkey.subarray(1) }))).toBe('c74f20a3');
  });

  it.each([
    ['empty', ''], ['without its end', note.slice(0, -1)], ['with a size of 012', note.replace('\n12\n', '\n012\n')],
    ['with a size below zero', note.replace('\n12\n', '\n-1\n')], ['with more words', note.replace('plenary/a ', 'plenary/a  ')],
    ['with another line', note.replace('\n\n', '\nmore\n\n')], ['with a plain dash', note.replace('—', '-')],
    ['with a short root', note.replace(/\n[^\n]{44}\n/, '\nAAAA\n')],
  ])('%s is none', (_, text) => {
    expect(parseNote(text)).toBeNull();
  });
});
