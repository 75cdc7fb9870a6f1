/**
 * Whether every proof runs at full size: with CI set, as `.ci/run` sets it. Otherwise those that are cheap to make smaller
 * try fewer cases of the same kind, so that a change is checked in minutes. Sizes may depend on this, and nothing else may.
 */
export const full = ['1', 'true'].includes(process.env['CI'] ?? '');

/** How many: `all` with CI set, `some` otherwise. */
export const sized = (all: number, some: number): number => (full ? all : some);
