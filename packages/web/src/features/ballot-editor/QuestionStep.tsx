import { useMessages } from '../../i18n/use-messages.ts';
import { Stack } from '../../ui/Page.tsx';
import { LocalizedFields } from './LocalizedFields.tsx';
import type { StepProps } from './step.ts';

export function QuestionStep({ draft, set, locales, required, error }: StepProps) {
  const staff = useMessages('staff');
  return (
    <Stack gap={5}>
      <LocalizedFields id="ballot-question" label={staff('editor.field.question')} hint={staff('editor.questionHint')} error={error('question')} value={draft.question} locales={locales} required={required} max={300} onChange={question => set({ question })} />
      <LocalizedFields id="ballot-description" label={staff('editor.field.description')} hint={staff('editor.descriptionHint')} error={error('description')} value={draft.description} locales={locales} required={required} max={5000} long optional onChange={description => set({ description })} />
    </Stack>
  );
}
