import type { House } from '../../../../platform/room.ts';

/** Milliseconds between two lines about failures: each by itself would tell when somebody was voting. */
const RARELY = 10 * 60_000;

/** Failures of the polling place, told to whoever runs the server as a number now and then, and in no other way. */
export class BoxTroubles {
  #failed = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: House['log']) {}

  count(): void {
    this.#failed += 1;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.log.error({ failed: this.#failed }, 'requests of secret ballots failed');
      this.#failed = 0;
      this.#timer = undefined;
    }, RARELY).unref();
  }
}
