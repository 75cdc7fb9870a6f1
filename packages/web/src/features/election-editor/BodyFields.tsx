import type { ReactNode } from 'react';
import type { BodyKind } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { idOf } from './faults.ts';
import { type Around, type Form, ofBody, openBodies, seatsUp } from './form.ts';

const KINDS = ['SSC', 'ELAC', 'LSLC', 'OTHER'] as const satisfies readonly BodyKind[];

interface BodyFieldsProps { around: Around; form: Form; set: (part: Partial<Form>) => void; error: string | undefined; name: ReactNode }

/** Which body's seats are filled: one that is on record, with what its page says of it, or one that is only a name so far. */
export function BodyFields({ around, form, set, error, name }: BodyFieldsProps) {
  const say = useMessages('elections');
  const pick = usePickText();
  const bodies = openBodies(around);
  const chosen = bodies.find(({ id }) => id === form.bodyId);
  const choose = (id: string) => {
    const body = bodies.find((each) => each.id === id);
    set(body ? ofBody(body, form.termStarts) : { bodyId: null });
  };
  return (
    <>
      {bodies.length > 0 && (
        <Select id={idOf('bodyId')} label={say('edit.field.bodyId')} hint={say('edit.bodyHint')} error={error} value={form.bodyId ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{say('edit.bodyNew')}</option>
          {bodies.map((each) => <option key={each.id} value={each.id}>{pick(each.name)}</option>)}
        </Select>
      )}
      {chosen
        ? (
          <Notice live="polite" title={say('edit.bodyUp', { count: seatsUp(chosen, form.termStarts).length })}>
            <p>{say('edit.bodyUpHow')} <Link href={`/bodies/${chosen.id}`}>{say('edit.bodyPage')}</Link></p>
          </Notice>
        )
        : (
          <>
            {name}
            <Select id={idOf('bodyKind')} label={say('edit.bodyKind')} hint={say('edit.bodyKindHint')} value={form.bodyKind} onChange={(event) => set({ bodyKind: event.target.value as BodyKind })}>
              {KINDS.map((each) => <option key={each} value={each}>{say(`edit.kind.${each}`)}</option>)}
            </Select>
            {form.bodyKind === 'SSC' && <Checkbox label={say('edit.studentSeats')} checked={form.studentSeats} onChange={(studentSeats) => set({ studentSeats })} />}
          </>
        )}
    </>
  );
}
