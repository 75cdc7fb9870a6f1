import { type Bytes, base64, concat, equal, unbase64, utf8 } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** Name and raw public key of who signs checkpoints. */
export interface NoteKey {
  readonly name: string;
  readonly publicKey: Uint8Array;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Note extends Checkpoint {
  /** The signed text, with its last newline. */
  readonly text: string;
  readonly keyName: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** The log of one pool: where a checkpoint says it belongs. */
export function logOrigin(ballotId: string, constituencyId: string): string {
  return `plenary/${ballotId}/${constituencyId}`;
}

/** The name under which a ballot's key signs. */
export function noteKeyName(ballotId: string): string {
  return `plenary/${ballotId}`;
}

/** The four bytes by which a signature line finds its key; 1 stands for Ed25519 (C2SP signed-note). */
export function noteKeyId({ name, publicKey }: NoteKey): Bytes {
  return sha256(concat(utf8(name), Uint8Array.of(0x0a, 0x01), publicKey)).slice(0, 4);
}

/** The text of a checkpoint, which is also exactly what is signed (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** A checkpoint with its signature (C2SP signed-note). */
export function checkpointNote(checkpoint: Checkpoint, key: NoteKey, sign: (message: Bytes) => Uint8Array): string {
  const text = checkpointText(checkpoint);
  return `${text}\n— ${key.name} ${base64(concat(noteKeyId(key), sign(utf8(text))))}\n`;
}

/** Null unless `text` is a checkpoint with exactly one Ed25519 signature, spelled the way {@link checkpointNote} does. */
export function parseNote(text: string): Note | null {
  const lines = text.split('\n');
  const [origin, sizeText, rootText, blank, signed, end] = lines;
  if (lines.length !== 6 || !origin || blank !== '' || end !== '') return null;
  if (!/^(0|[1-9][0-9]{0,14})$/.test(sizeText!)) return null;
  const root = unbase64(rootText!, 32);
  const [dash, keyName, blob, ...more] = signed!.split(' ');
  const bytes = unbase64(blob ?? '', 68);
  if (root === null || bytes === null || dash !== '—' || !keyName || more.length > 0) return null;
  return {
    origin, size: Number(sizeText), root, text: `${origin}\n${sizeText}\n${rootText}\n`,
    keyName, keyId: bytes.slice(0, 4), signature: bytes.slice(4),
  };
}

/** Does the note name this key? Its signature is still to be verified, over `utf8(note.text)`. */
export function isSignedBy(note: Note, key: NoteKey): boolean {
  return note.keyName === key.name && equal(note.keyId, noteKeyId(key));
}
