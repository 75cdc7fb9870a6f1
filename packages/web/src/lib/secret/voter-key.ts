import { type Bytes, concat, unhex } from '@plenary/count/secret';

export interface VoterKey {
  readonly pk: Bytes;
  sign(message: Bytes): Promise<Bytes>;
}

/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410). Chrome, Firefox and Safari all take it, and no raw seed. */
const PKCS8 = unhex('302e020100300506032b657004220420')!;

/** The voter's key on one ballot, from its seed; its private part stays where no script can read it. */
export async function voterKey(seed: Bytes): Promise<VoterKey> {
  const pkcs8 = concat(PKCS8, seed);
  try {
    const { x = '' } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']));
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
    return { pk: fromBase64Url(x), sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)) };
  } catch (fault) {
    if (!isUnknown(fault)) throw fault;
    const { getPublicKeyAsync, signAsync } = await noble();
    return { pk: owned(await getPublicKeyAsync(seed)), sign: async (message) => owned(await signAsync(message, seed)) };
  }
}

/** Strictly after RFC 8032, as the server and the recount do: no small-order keys, no lax encodings. */
export async function verifyEd25519(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch (fault) {
    if (!isUnknown(fault)) return false;
    return (await noble()).verifyAsync(signature, message, publicKey, { zip215: false });
  }
}

/** Browsers before Chrome 137, Firefox 129 and Safari 17 have no Ed25519 of their own. */
const noble = () => import('@noble/ed25519');
const isUnknown = (fault: unknown) => (fault as { name?: string } | null)?.name === 'NotSupportedError';
const owned = (bytes: Uint8Array): Bytes => Uint8Array.from(bytes);
const fromBase64Url = (text: string): Bytes => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
