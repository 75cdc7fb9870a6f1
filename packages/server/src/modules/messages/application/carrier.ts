import type { Channel } from '../domain/message.ts';

/** A message as one person is to read it outside of the mailbox. */
export interface Letter {
  readonly schoolId: string;
  readonly messageId: string;
  readonly personId: string;
  readonly channel: Channel;
  /** An address or a number, as the school has it. */
  readonly to: string;
  /** BCP 47 tag of what follows. */
  readonly locale: string;
  readonly title: string;
  readonly body: string;
  /** The page that says more. */
  readonly url: string;
}

/**
 * Takes letters out of the house, by one channel. The same letter may be handed over again after a failure: message and
 * channel tell it from every other, and it should arrive once.
 */
export interface Carrier {
  /** Resolves once somebody else answers for it. @throws to be asked again later, {@link Undeliverable} not to be. */
  carry(letter: Letter): Promise<void>;
}

/** It will never arrive, however often it is tried: no such address. */
export class Undeliverable extends Error {}

export type Carriers = Readonly<Partial<Record<Channel, Carrier>>>;
