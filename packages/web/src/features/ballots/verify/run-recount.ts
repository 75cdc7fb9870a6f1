import { hasEd25519, linesOf, type RecountReport, recountBundle, type Subtle, webCrypto } from '@plenary/count/recount';
import type { RecountJob } from './recount-job.ts';

/** Downloads a bundle and recounts it as it arrives; one vote at a time is in memory, however many there are. */
export async function runRecount({ address, receipts }: RecountJob, onVotes: (votes: number) => void): Promise<RecountReport> {
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok || !answer.body) throw new Error(`bundle: ${answer.status}`);
  // The counting package asks for no browser's types.
  const subtle = crypto.subtle as unknown as Subtle;
  const own = await hasEd25519(subtle);
  const noble = own ? undefined : await import('@noble/ed25519');
  const verify = webCrypto(subtle, noble && ((key, message, signature) => noble.verifyAsync(signature, message, key, { zip215: false }).catch(() => false)));
  return recountBundle(linesOf(pieces(answer.body)), verify, { receipts, onProgress: ({ votes }) => onVotes(votes) });
}

/** Safari's streams cannot be walked through with `for await`. */
async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
