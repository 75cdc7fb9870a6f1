import { setTimeout as wait } from 'node:timers/promises';

export interface Heard { readonly status: number; readonly bytes: Buffer }

/** Asks the same again until there is an answer, as the pages do: no answer and a server's failure are the same to it. */
export class Patient {
  /** Requests that had to be made once more. */
  retries = 0;
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async ask(path: string, init: RequestInit = {}): Promise<Heard> {
    for (let longest = 100; ; longest = Math.min(2000, 2 * longest)) {
      const heard = await this.#once(path, init);
      if (heard !== null && heard.status < 500 && heard.status !== 429) return heard;
      this.retries += 1;
      await wait((0.5 + Math.random() / 2) * longest);
    }
  }

  /** One GraphQL request; asked again also where the answer holds an error, which a kill may be behind. */
  async graphql<T>(query: string, variables: object, token: string): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const { bytes } = await this.ask('/graphql', {
        method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = JSON.parse(bytes.toString()) as { data?: T; errors?: { message: string }[] };
      if (errors === undefined) return data!;
      if (tries === 100) throw new Error(errors.map(({ message }) => message).join('; '));
      await wait(100);
    }
  }

  async #once(path: string, init: RequestInit): Promise<Heard | null> {
    try {
      const answer = await fetch(`${this.#address}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
    } catch {
      return null;
    }
  }
}
