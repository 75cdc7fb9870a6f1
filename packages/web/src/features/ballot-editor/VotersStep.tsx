import type { BallotBinding, BallotSecrecy, CombineRule, Constituency } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { StepProps } from './step.ts';
import { ConstituencyRules } from './ConstituencyRules.tsx';
import { newConstituency } from './draft.ts';

const GROUPS = ['PARENT', 'EL_PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY'] as const satisfies readonly Constituency[];
const SECRECIES = ['SECRET', 'CONFIDENTIAL'] as const satisfies readonly BallotSecrecy[];
const BINDINGS = ['ADVISORY', 'BINDING', 'ELECTS'] as const satisfies readonly BallotBinding[];

/** Who is asked, what makes the answer count, and what follows from it. */
export function VotersStep({ draft, set, sizes, error }: StepProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const chosen = draft.constituencies;
  const choose = (names: readonly string[]) => {
    // Parents of English learners are parents: choosing one takes the other away.
    const added = names.find(name => !chosen.some(each => each.constituency === name));
    const clash = added === 'PARENT' ? 'EL_PARENT' : added === 'EL_PARENT' ? 'PARENT' : null;
    set({ constituencies: GROUPS.filter(name => names.includes(name) && name !== clash).map(name => chosen.find(each => each.constituency === name) ?? newConstituency(name)) });
  };
  return (
    <Stack gap={6}>
      <Choices
        id="ballot-constituencies" several legend={staff('editor.field.constituencies')} hint={staff('editor.constituenciesHint')} error={error('constituencies')} value={chosen.map(each => each.constituency)} onChange={choose}
        choices={GROUPS.map(each => ({ value: each, label: say(`constituency.${each}`), hint: staff('people.found', { count: sizes.get(each) ?? 0 }) }))}
      />
      {chosen.map((each, at) => (
        <ConstituencyRules
          key={each.constituency} value={each} size={sizes.get(each.constituency) ?? 0} asks={draft.method === 'YES_NO'} quorumError={error(`constituencies.${at}.quorum`)} majorityError={error(`constituencies.${at}.majority`)}
          onChange={next => set({ constituencies: draft.combine === 'TOGETHER' && next.majority !== each.majority ? chosen.map((other, i) => (i === at ? next : { ...other, majority: next.majority })) : chosen.with(at, next) })}
        />
      ))}
      {draft.method === 'YES_NO' && chosen.length > 1 && (
        <Choices
          id="ballot-combine" legend={staff('editor.field.combine')} error={error('combine')} value={[draft.combine]}
          onChange={([value]) => value && set({ combine: value as CombineRule, ...(value === 'TOGETHER' && { constituencies: chosen.map(each => ({ ...each, majority: chosen[0]!.majority })) }) })}
          choices={(['EVERY_CONSTITUENCY', 'TOGETHER'] as const).map(each => ({ value: each, label: staff(`editor.combine.${each}`), hint: staff(`editor.combineHint.${each}`) }))}
        />
      )}
      <Choices
        id="ballot-secrecy" legend={staff('editor.field.secrecy')} error={error('secrecy')} value={[draft.secrecy]} onChange={([value]) => value && set({ secrecy: value as BallotSecrecy })}
        choices={SECRECIES.map(each => ({ value: each, label: staff(`editor.secrecy.${each}`), hint: staff(`editor.secrecyHint.${each}`) }))}
      />
      <Choices
        id="ballot-binding" legend={staff('editor.binding')} value={[draft.binding]} onChange={([value]) => value && set({ binding: value as BallotBinding })}
        choices={BINDINGS.map(each => ({ value: each, label: staff(`editor.binding.${each}`), hint: staff(`editor.bindingHint.${each}`) }))}
      />
      <TextField
        id="ballot-bylaw" label={draft.binding === 'BINDING' ? staff('editor.field.bylaw') : staff('editor.bylawOptional')} hint={staff('editor.bylawHint')} maxLength={200} error={error('bylaw')} value={draft.bylaw}
        onChange={event => set({ bylaw: event.target.value })}
      />
    </Stack>
  );
}
