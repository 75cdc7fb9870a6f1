import css from './LanguageSwitcher.module.css';

/** Every language by its own name, in its own language; with two, one press changes over. */
export function LanguageSwitcher({ label, locales, current, onChange }: { label: string; locales: Readonly<Record<string, string>>; current: string; onChange: (locale: string) => void }) {
  const others = Object.entries(locales);
  if (others.length <= 2) {
    return others.filter(([locale]) => locale !== current).map(([locale, name]) => (
      <button key={locale} type="button" lang={locale} className={css['button']} onClick={() => onChange(locale)}>{name}</button>
    ));
  }
  return (
    <select aria-label={label} value={current} onChange={(event) => onChange(event.target.value)} className={css['button']}>
      {others.map(([locale, name]) => <option key={locale} value={locale} lang={locale}>{name}</option>)}
    </select>
  );
}
