import { useQuery } from '@apollo/client/react';
import { MotionSubjectsDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Select } from '../../ui/Field.tsx';
import { noon } from './words.ts';

export interface MotionSubjectProps {
  /** Who moves. */
  bodyId: string;
  kind: 'RECOMMEND' | 'RECONSIDER';
  /** `aboutId` of the motion; empty: none. */
  value: string;
  onChange: (aboutId: string) => void;
}

/** What a motion to recommend or to reconsider is about, as a page composes it into the form of a motion: a deciding body, or a demand. */
export default function MotionSubject({ bodyId, kind, value, onChange }: MotionSubjectProps) {
  const say = useMessages('remedies');
  const pick = usePickText();
  const { data } = useQuery(MotionSubjectsDocument, { variables: { bodyId }, fetchPolicy: 'cache-and-network' });
  const dates = useDates(data?.body?.environment.timeZone);
  if (!data?.body) return null;
  const { authority, environment, openDemands } = data.body;
  const choices = kind === 'RECONSIDER'
    ? openDemands.map(({ id, itemTitle, demandedOn }) => ({ id, label: say('remedies.subject.demand', { item: pick(itemTitle), day: dates.day(noon(demandedOn)) }) }))
    : authority !== 'ADVISORY' ? [] : environment.bodies.filter((each) => each.authority === 'DECIDING' && each.closedAt === null).map(({ id, name }) => ({ id, label: pick(name) }));
  if (choices.length === 0) return null;
  return (
    <Select label={say(kind === 'RECOMMEND' ? 'remedies.subject.recommend' : 'remedies.subject.reconsider')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say('remedies.subject.none')}</option>
      {choices.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
    </Select>
  );
}
