import { use } from 'react';
import type { Constituency, ElectionMethod } from '../../gql/graphql.ts';
import { catalog, type Compiled } from '../../i18n/catalogs.ts';
import { chooseLocale, LOCALES } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/Card.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './ElectionEditor.module.css';
import { idOf } from './faults.ts';
import { Languages, NumberField } from './fields.tsx';
import { fitMethod, type Form, type FormSeats, GROUPS, newSeats, type Texts } from './form.ts';

const ONE = ['INSTANT_RUNOFF', 'CHOOSE_ONE'] as const satisfies readonly ElectionMethod[];
const SEVERAL = ['SCOTTISH_STV', 'APPROVAL'] as const satisfies readonly ElectionMethod[];

interface SeatsFieldsProps { form: Form; set: (part: Partial<Form>) => void; locales: readonly string[]; error: (field: string) => string | undefined }

/** Whose seats are up, how many, and how each group elects. */
export function SeatsFields({ form, set, locales, error }: SeatsFieldsProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const usualName = useUsualNames(locales);
  const choose = (chosen: readonly string[]) => set({
    constituencies: GROUPS.filter((each) => chosen.includes(each)).map((each) => form.constituencies.find(({ constituency }) => constituency === each) ?? newSeats(each, usualName(each))),
  });
  return (
    <Stack gap={5}>
      <Choices
        id={idOf('constituencies')} several legend={say('edit.groups')} hint={say('edit.groupsHint')} error={error('constituencies')} value={form.constituencies.map(({ constituency }) => constituency)} onChange={choose}
        choices={GROUPS.map((each) => ({ value: each, label: core(`constituency.${each}`) }))}
      />
      {form.constituencies.map((seats, at) => (
        <SeatsOf key={seats.constituency} seats={seats} at={at} locales={locales} error={error} onChange={(next) => set({ constituencies: form.constituencies.with(at, next) })} />
      ))}
    </Stack>
  );
}

/** What such a seat is usually called, in each language there is a catalog for. */
function useUsualNames(locales: readonly string[]): (constituency: Constituency) => Texts {
  const catalogs = Object.fromEntries(Object.keys(LOCALES).map((each) => [each, use(catalog('elections', chooseLocale([each])))])) as Record<string, Compiled>;
  return (constituency) => Object.fromEntries(locales.flatMap((locale) => {
    const name = catalogs[locale.split('-')[0] ?? '']?.[`seatName.${constituency}`]?.();
    return name ? [[locale, name]] : [];
  }));
}

function SeatsOf({ seats, at, locales, error, onChange }: { seats: FormSeats; at: number; locales: readonly string[]; error: SeatsFieldsProps['error']; onChange: (seats: FormSeats) => void }) {
  const core = useMessages();
  const say = useMessages('elections');
  const field = (name: string) => `constituencies.${at}.${name}`;
  const parents = seats.constituency === 'PARENT' || seats.constituency === 'EL_PARENT';
  return (
    <Card as="section" aria-label={core(`constituency.${seats.constituency}`)}>
      <Stack gap={4}>
        <h3>{core(`constituency.${seats.constituency}`)}</h3>
        <div className={css['pair']}>
          <NumberField id={idOf(field('seats'))} label={say('edit.seats')} error={error(field('seats'))} value={seats.seats} onChange={(value) => onChange({ ...seats, seats: value, method: fitMethod(seats.method, value) })} />
          <NumberField id={idOf(field('otherSeats'))} label={say('edit.otherSeats')} error={error(field('otherSeats'))} value={seats.otherSeats} onChange={(value) => onChange({ ...seats, otherSeats: value })} />
        </div>
        <Select id={idOf(field('method'))} label={say('edit.method')} hint={say(`method.${seats.method}`)} error={error(field('method'))} value={seats.method} onChange={(event) => onChange({ ...seats, method: event.target.value as ElectionMethod })}>
          {(seats.seats > 1 ? SEVERAL : ONE).map((each) => <option key={each} value={each}>{say(`edit.methodName.${each}`)}</option>)}
        </Select>
        <Languages id={idOf(field('seatName'))} label={say('edit.field.seatName')} error={error(field('seatName'))} value={seats.seatName} locales={locales} max={200} onChange={(seatName) => onChange({ ...seats, seatName })} />
        {parents && <Checkbox id={idOf(field('communityStands'))} label={say('edit.communityStands')} checked={seats.communityStands} onChange={(communityStands) => onChange({ ...seats, communityStands })} />}
      </Stack>
    </Card>
  );
}
