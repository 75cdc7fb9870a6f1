import { Button } from './Button.tsx';

/** The next part of a long list, when the reader asks for it. */
export function ShowMore({ label, busy, onPress, shown }: { label: string; busy: boolean; onPress: () => void; shown: boolean }) {
  return shown ? <Button kind="secondary" busy={busy} onClick={onPress}>{label}</Button> : null;
}
