import type { Pile } from '../definition.ts';
import { FileFault } from './file-fault.ts';

/** Identical papers, however far apart they lie in the file, become one pile. */
export class PileMaker {
  readonly #piles = new Map<string, { choices: readonly number[]; papers: number }>();
  #papers = 0;

  add(choices: readonly number[], papers: number, line: number): void {
    this.#papers += papers;
    if (!Number.isSafeInteger(this.#papers)) throw new FileFault(line, 'more papers than can be counted exactly');
    const key = choices.join(' ');
    const pile = this.#piles.get(key);
    if (pile === undefined) this.#piles.set(key, { choices, papers });
    else pile.papers += papers;
  }

  get papers(): number {
    return this.#papers;
  }

  piles(): Pile[] {
    return [...this.#piles.values()];
  }
}
