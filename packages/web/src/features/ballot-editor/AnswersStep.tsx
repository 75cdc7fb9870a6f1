import { useMessages } from '../../i18n/use-messages.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Stack } from '../../ui/Page.tsx';
import { BudgetField, MethodFields, MethodPicker } from './MethodFields.tsx';
import { OptionList } from './OptionList.tsx';
import type { StepProps } from './step.ts';

/** How people answer, and what they can choose from. */
export function AnswersStep(props: StepProps) {
  const { draft, set } = props;
  const staff = useMessages('staff');
  return (
    <Stack gap={5}>
      <MethodPicker {...props} />
      <BudgetField {...props} />
      {draft.method !== 'YES_NO' && <OptionList {...props} />}
      <MethodFields {...props} />
      <Checkbox label={staff('editor.allowAbstain')} hint={staff('editor.allowAbstainHint')} checked={draft.allowAbstain} onChange={allowAbstain => set({ allowAbstain })} />
    </Stack>
  );
}
