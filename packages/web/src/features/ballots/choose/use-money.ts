import { useLocale } from '../../../i18n/locale-store.ts';
import { dated } from '../../../i18n/locales.ts';

/** A sum of money in the reader's way of writing it; the school's money is the dollar, in whole ones. */
export function useMoney(): (sum: number) => string {
  const format = new Intl.NumberFormat(dated(useLocale()), { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
  return (sum) => format.format(sum);
}
