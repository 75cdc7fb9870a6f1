import type { WebSocket } from 'ws';

/** Turns of one period: so many times fewer pings go out at the same moment. */
const TURNS = 12;

/**
 * Pings every socket once a period and cuts those that have not answered the last one. One timer for all: a timer and
 * its closures for each were a good part of what a connection costs.
 */
export class KeepAlive {
  readonly #turns = Array.from({ length: TURNS }, () => new Set<WebSocket>());
  readonly #silent = new WeakSet<WebSocket>();
  readonly #timer: NodeJS.Timeout;
  readonly #heard: (this: WebSocket) => void;
  #turn = 0;
  #next = 0;

  constructor(everyMs: number) {
    const silent = this.#silent;
    this.#heard = function heard() { silent.delete(this); };
    this.#timer = setInterval(() => { this.#ping(); }, everyMs / TURNS);
  }

  /** Until the answer is called. */
  follow(socket: WebSocket): () => void {
    const turn = this.#turns[this.#next++ % TURNS]!;
    turn.add(socket);
    socket.on('pong', this.#heard);
    return () => { turn.delete(socket); };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #ping(): void {
    for (const socket of this.#turns[this.#turn++ % TURNS]!) {
      if (this.#silent.has(socket)) {
        socket.terminate();
      } else {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }
}
