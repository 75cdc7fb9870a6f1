import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { useRoom } from './room-context.ts';

export type Texts = Readonly<Record<string, string>>;

/** As the server takes it: what was left empty is not said. */
export const textsIn = (texts: Texts): { locale: string; text: string }[] => Object.entries(texts).flatMap(([locale, text]) => (text.trim() ? [{ locale, text: text.trim() }] : []));

/** The language of the writer first, then the others that the environment's papers are in. */
export function useWritten(): string[] {
  const locale = useLocale();
  const { meeting: { environment: { requiredLocales } } } = useRoom();
  return [...new Set([locale, ...requiredLocales])];
}

/** One thing said in the writer's language, and in the others if there is time for it. */
export function TextsField({ id, label, hint, error, errors = {}, texts, long = false, most = long ? 4000 : 200, onChange }: { id: string; label: string; hint?: string | undefined; error?: string | undefined; errors?: Texts; texts: Texts; long?: boolean; most?: number; onChange: (texts: Texts) => void }) {
  const say = useMessages('sitting');
  const locale = useLocale();
  const tags = useWritten();
  const Written = long ? TextArea : TextField;
  return (
    <Stack gap={3}>
      {tags.map((tag, at) => (
        <Written
          key={tag} id={`${id}-${tag}`} lang={tag} maxLength={most} hint={at === 0 && hint} error={errors[tag] ?? (at === 0 ? error : undefined)} value={texts[tag] ?? ''}
          label={at === 0 ? label : say('room.inLanguage', { label, language: languageName(tag, locale) })}
          onChange={(event: { target: { value: string } }) => onChange({ ...texts, [tag]: event.target.value })}
        />
      ))}
    </Stack>
  );
}
