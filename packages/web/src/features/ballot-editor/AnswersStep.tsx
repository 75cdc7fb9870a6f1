import type { BallotMethod } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { StepProps } from './step.ts';
import { OptionList } from './OptionList.tsx';

const METHODS = ['YES_NO', 'CHOOSE_ONE', 'APPROVAL'] as const satisfies readonly BallotMethod[];

/** How people answer, and what they can choose from. */
export function AnswersStep(props: StepProps) {
  const { draft, set, error } = props;
  const staff = useMessages('staff');
  return (
    <Stack gap={5}>
      <Choices
        id="ballot-method" legend={staff('editor.method')} value={[draft.method]} onChange={([method]) => method && set({ method: method as BallotMethod })}
        choices={METHODS.map(each => ({ value: each, label: staff(`editor.method.${each}`), hint: staff(`editor.methodHint.${each}`) }))}
      />
      {draft.method !== 'YES_NO' && <OptionList {...props} />}
      {draft.method === 'APPROVAL' && (
        <>
          <Checkbox label={staff('editor.limited')} checked={draft.limited} onChange={limited => set({ limited })} />
          {draft.limited && (
            <TextField
              id="ballot-maxChoices" type="number" inputMode="numeric" min={1} max={draft.options.length} label={staff('editor.field.maxChoices')} error={error('maxChoices')} value={draft.maxChoices || ''}
              onChange={event => set({ maxChoices: Number(event.target.value) })}
            />
          )}
        </>
      )}
      <Checkbox label={staff('editor.allowAbstain')} hint={staff('editor.allowAbstainHint')} checked={draft.allowAbstain} onChange={allowAbstain => set({ allowAbstain })} />
    </Stack>
  );
}
