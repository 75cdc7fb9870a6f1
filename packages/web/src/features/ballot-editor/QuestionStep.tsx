import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { Select } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { LocalizedFields } from './LocalizedFields.tsx';
import type { StepProps } from './step.ts';

export function QuestionStep({ draft, set, locales, required, error }: StepProps) {
  const staff = useMessages('staff');
  const locale = useLocale();
  return (
    <Stack gap={5}>
      <LocalizedFields id="ballot-question" label={staff('editor.field.question')} hint={staff('editor.questionHint')} error={error('question')} value={draft.question} locales={locales} required={required} max={300} onChange={question => set({ question })} />
      <LocalizedFields id="ballot-description" label={staff('editor.field.description')} hint={staff('editor.descriptionHint')} error={error('description')} value={draft.description} locales={locales} required={required} max={5000} long optional onChange={description => set({ description })} />
      <Select label={staff('editor.addLanguage')} hint={staff('editor.addLanguageHint')} value="" onChange={event => event.target.value && set({ question: { ...draft.question, [event.target.value]: '' } })}>
        <option value="">{staff('choose')}</option>
        {LANGUAGES.filter(tag => !locales.includes(tag)).map(tag => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
      </Select>
    </Stack>
  );
}
