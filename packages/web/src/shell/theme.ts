export type Theme = 'light' | 'dark';
const KEY = 'plenary.theme';

/** What was chosen on this device; null follows the device itself. */
export function chosenTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

export const shownTheme = (): Theme => chosenTheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export function setTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Kept for this page only.
  }
}

export function startTheme(): void {
  const theme = chosenTheme();
  if (theme) document.documentElement.dataset['theme'] = theme;
}
