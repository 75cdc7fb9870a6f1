import { useLocale } from './locale-store.ts';
import { dated } from './locales.ts';

/** An amount as people write it: whole dollars without cents, parts of one with them. */
export function useMoney(): (amount: number) => string {
  const locale = dated(useLocale());
  const whole = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
  return (amount) => (Number.isInteger(amount) ? whole : parts).format(amount);
}
