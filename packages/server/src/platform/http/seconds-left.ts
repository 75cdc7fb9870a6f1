import type { RateLimiterRes } from 'rate-limiter-flexible';

/** Whole seconds until a limiter that refused has room again, at least 1. */
export const secondsLeft = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
