import { useState } from 'react';
import type { Constituency } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Row } from '../../ui/Page.tsx';
import type { Draft } from './draft.ts';
import { PersonPicker } from './PersonPicker.tsx';
import css from './Rounds.module.css';

const GROUPS = ['TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'PARENT', 'EL_PARENT', 'STUDENT', 'COMMUNITY'] as const satisfies readonly Constituency[];

interface TeamFieldsProps {
  draft: Draft;
  environmentId: string;
  sizes: ReadonlyMap<string, number>;
  /** Whether the viewer may look people up; a facilitator who may not leaves the team as it is. */
  finds: boolean;
  error: (field: string) => string | undefined;
  set: (part: Partial<Draft>) => void;
}

/** Who takes part, and who leads. */
export function TeamFields({ draft, environmentId, sizes, finds, error, set }: TeamFieldsProps) {
  const core = useMessages();
  const say = useMessages('rounds');
  const choose = (names: readonly string[]) => {
    // Parents of English learners are parents: choosing one takes the other away.
    const added = names.find((name) => !draft.constituencies.some((each) => each === name));
    const clash = added === 'PARENT' ? 'EL_PARENT' : added === 'EL_PARENT' ? 'PARENT' : null;
    set({ constituencies: GROUPS.filter((name) => names.includes(name) && name !== clash) });
  };
  return (
    <>
      <Choices
        legend={say('rounds.edit.who')} value={[draft.who]} onChange={([who]) => set({ who: who === 'NAMED' ? 'NAMED' : 'GROUPS' })}
        choices={[{ value: 'GROUPS', label: say('rounds.edit.who.groups'), hint: say('rounds.edit.who.groupsHint') }, ...(finds || draft.named.length > 0 ? [{ value: 'NAMED', label: say('rounds.edit.who.named'), hint: say('rounds.edit.who.namedHint') }] : [])]}
      />
      {draft.who === 'GROUPS'
        ? <Choices
            several id="proposal-constituencies" legend={say('rounds.edit.groups')} error={error('constituencies')} value={draft.constituencies} onChange={choose}
            choices={GROUPS.map((each) => ({ value: each, label: core(`constituency.${each}`), hint: say('rounds.edit.groupSize', { count: sizes.get(each) ?? 0 }) }))}
          />
        : <Named draft={draft} environmentId={environmentId} finds={finds} error={error('named') ?? error('constituencies')} set={set} />}
      <Facilitator draft={draft} environmentId={environmentId} finds={finds} error={error('facilitatorId')} set={set} />
    </>
  );
}

type PartProps = Omit<TeamFieldsProps, 'sizes' | 'error'> & { error: string | undefined };

function Named({ draft: { named }, environmentId, finds, error, set }: PartProps) {
  const say = useMessages('rounds');
  return (
    <fieldset className={css['part']}>
      <legend className={css['h3']}>{say('rounds.edit.named')}</legend>
      {error && <p role="alert">{error}</p>}
      {named.length === 0 && <p className={css['note']}>{say('rounds.edit.namedNone')}</p>}
      <ul className={css['chosen']}>
        {named.map((person) => <li key={person.id}><Button kind="secondary" onClick={() => set({ named: named.filter((each) => each !== person) })}>{say('rounds.edit.remove', { name: person.displayName })}</Button></li>)}
      </ul>
      {finds && <PersonPicker id="proposal-named" environmentId={environmentId} chosen={named} onPick={(person) => set({ named: [...named, person] })} />}
    </fieldset>
  );
}

function Facilitator({ draft: { facilitator }, environmentId, finds, error, set }: PartProps) {
  const say = useMessages('rounds');
  const [changing, change] = useState(false);
  return (
    <fieldset className={css['part']}>
      <legend className={css['h3']}>{say('rounds.edit.facilitator')}</legend>
      <p className={css['note']}>{say('rounds.edit.facilitatorHint')}</p>
      {error && <p role="alert">{error}</p>}
      <p><strong>{facilitator.displayName}</strong></p>
      {finds && !changing && <Row><Button kind="secondary" onClick={() => change(true)}>{say('rounds.edit.changePerson')}</Button></Row>}
      {finds && changing && <PersonPicker id="proposal-facilitatorId" adults environmentId={environmentId} chosen={[facilitator]} onPick={(person) => { set({ facilitator: person }); change(false); }} />}
    </fieldset>
  );
}
