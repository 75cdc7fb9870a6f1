import { WebSocket } from 'ws';

export interface Message { readonly type: string; readonly id?: string; readonly payload?: unknown }

/** A socket spoken to by hand, message by message, to say what no well-behaved client would. */
export class Talk {
  readonly socket: WebSocket;
  readonly opened: Promise<void>;
  /** Code the socket was closed with. */
  readonly closed: Promise<number>;
  readonly #heard: Message[] = [];
  #waiting: ((message: Message) => void) | undefined;

  constructor(address: string, { protocols = ['graphql-transport-ws'], headers = {} }: { protocols?: string[]; headers?: Record<string, string> } = {}) {
    this.socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, protocols, { headers });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', () => { resolve(); });
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => { this.socket.once('close', resolve); });
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) waiting(message);
      else this.#heard.push(message);
    });
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message; the test's own time limit is the patience. @throws when the socket closes before. */
  next(): Promise<Message> {
    const heard = this.#heard.shift();
    if (heard) return Promise.resolve(heard);
    const message = new Promise<Message>((resolve) => { this.#waiting = resolve; });
    return Promise.race([message, this.closed.then((code) => { throw new Error(`the socket was closed with ${code}`); })]);
  }

  /** True when nothing more is heard for `ms`. */
  async quiet(ms: number): Promise<boolean> {
    await new Promise((resolve) => { setTimeout(resolve, ms); });
    return this.#heard.length === 0;
  }
}
