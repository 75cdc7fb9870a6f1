import { type Socket, connect } from 'node:net';

/**
 * One keep-alive HTTP/1.1 connection, one request at a time, as little client as possible: on two cores
 * a comfortable client would take the processor from the server it measures.
 */
export class Wire {
  #pending: Buffer = Buffer.alloc(0);
  #answer: ((body: { status: number; text: string }) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;
  #ended = false;
  readonly #socket: Socket;
  readonly #host: string;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on('data', (part) => this.#read(part));
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => {
      this.#ended = true;
      this.#fail?.(new Error('the server closed the connection'));
    });
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket, `127.0.0.1:${port}`)));
      socket.once('error', reject);
    });
  }

  post(path: string, body: string, token?: string): Promise<{ status: number; text: string }> {
    const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
    return this.#send(`POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\n${authorization}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  postBytes(path: string, body: Buffer, token?: string): Promise<{ status: number; text: string }> {
    const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/octet-stream\r\n${authorization}content-length: ${body.length}\r\n\r\n`;
    return this.#send(Buffer.concat([Buffer.from(head, 'latin1'), body]));
  }

  get(path: string): Promise<{ status: number; text: string }> {
    return this.#send(`GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n\r\n`);
  }

  close(): void {
    this.#fail = null;
    this.#socket.destroy();
  }

  #send(text: string | Buffer): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      // A server ends what is idle for a while, and then no answer would ever come.
      if (this.#ended) reject(new Error('the server had closed the connection'));
      this.#answer = resolve;
      this.#fail = reject;
      this.#socket.write(text);
    });
  }

  #read(part: Buffer): void {
    this.#pending = this.#pending.length === 0 ? part : Buffer.concat([this.#pending, part]);
    const split = this.#pending.indexOf('\r\n\r\n');
    if (split < 0) return;
    const head = this.#pending.toString('latin1', 0, split).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.#fail?.(new Error(`an answer without a length: ${head.split('\r\n')[0]}`));
      return;
    }
    if (this.#pending.length < split + 4 + length) return;
    const text = this.#pending.toString('utf8', split + 4, split + 4 + length);
    this.#pending = this.#pending.subarray(split + 4 + length);
    this.#answer?.({ status: Number(head.slice(9, 12)), text });
  }
}
