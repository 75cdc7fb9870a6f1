import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** The part of a socket that deliveries need. */
export interface Outlet {
  /** Bytes that wait for the network. */
  readonly waiting: number;
  /** One message, in two parts that need not be joined before. */
  send(head: Buffer, tail: Buffer): void;
}

const TEXT_FRAME = 0x81;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/**
 * Writes whole frames to the connection itself: one buffer and one write each, where `ws` takes two and as much
 * time again around them. Without compression it writes its own frames whole and at once, so the two never mix.
 */
export function outletOf(socket: WebSocket, connection: Socket): Outlet {
  return new SocketOutlet(socket, connection);
}

class SocketOutlet implements Outlet {
  readonly #socket: WebSocket;
  readonly #connection: Socket;

  constructor(socket: WebSocket, connection: Socket) {
    this.#socket = socket;
    this.#connection = connection;
  }

  get waiting(): number {
    return this.#connection.writableLength;
  }

  send(head: Buffer, tail: Buffer): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#connection.write(sharedFrame(head, tail));
  }
}

/** Heads of which a frame is kept; pages number their operations, so that a thousand of them share a few. */
const MOST_SHARED = 32;
let newest: { readonly tail: Buffer; readonly frames: Map<Buffer, Buffer> } = { tail: Buffer.alloc(0), frames: new Map() };

/** The same frame for every socket that is sent the same: a message goes to all of them before the next one does. */
function sharedFrame(head: Buffer, tail: Buffer): Buffer {
  if (tail.length === 0) return textFrame(head, tail);
  if (newest.tail !== tail) newest = { tail, frames: new Map() };
  const known = newest.frames.get(head);
  if (known !== undefined) return known;
  const made = textFrame(head, tail);
  if (newest.frames.size < MOST_SHARED) newest.frames.set(head, made);
  return made;
}

/** RFC 6455, 5.2: final, text, unmasked. */
export function textFrame(head: Buffer, tail: Buffer): Buffer {
  const length = head.length + tail.length;
  const at = length < TWO_BYTES ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(at + length);
  frame[0] = TEXT_FRAME;
  if (at === 2) {
    frame[1] = length;
  } else if (at === 4) {
    frame[1] = TWO_BYTES;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(head, at);
  frame.set(tail, at + head.length);
  return frame;
}
