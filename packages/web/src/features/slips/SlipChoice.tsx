import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { type Constituency, type PeopleFilter, SlipCountDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { endOfDay, endOfSchoolYear, wallTime } from '../../lib/zoned.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import type { OneRecipient, Place } from './place.ts';

const GROUPS = ['PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT'] as const satisfies readonly Constituency[];
/** As long as the server lets a slip work, less a day for clocks that differ. */
const LONGEST = 730 * 86_400_000;

/** The letters lead to the address this page was opened at; this one leads other machines to themselves. */
const onlyHere = /^(localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);

interface SlipChoiceProps {
  place: Place;
  only: OneRecipient | null;
  /** What was chosen last time on this page. */
  start: { filter: PeopleFilter; date: string } | null;
  fault: unknown;
  onMake: (filter: PeopleFilter, date: string) => void;
}

/** Whom the letters are for, and how long their slips work; says what will happen before it does. */
export function SlipChoice({ place, only, start, fault, onMake }: SlipChoiceProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(place.timeZone);
  const [group, setGroup] = useState<Constituency | ''>(start?.filter.constituency ?? '');
  const [search, setSearch] = useState(start?.filter.search ?? '');
  const [who, setWho] = useState(start?.filter.withoutSlip === undefined && start ? 'all' : 'without');
  const [date, setDate] = useState(() => start?.date ?? endOfSchoolYear(new Date().toISOString(), place.timeZone));
  const filter: PeopleFilter = { active: true, ...(group && { constituency: group }), ...(search.trim() && { search: search.trim() }), ...(who === 'without' && { withoutSlip: true }) };
  const counted = useQuery(SlipCountDocument, { variables: { id: place.id, filter: useDeferredValue(filter) }, fetchPolicy: 'cache-and-network', skip: only !== null });
  const environment = (counted.data ?? counted.previousData)?.environment;
  const count = only ? 1 : environment?.people.totalCount;
  const sizes = new Map(environment?.constituencies.map(each => [each.constituency, each.size]));
  const expires = endOfDay(date, place.timeZone);
  const wrongDate = !expires || Date.parse(expires) <= Date.now() || Date.parse(expires) > Date.now() + LONGEST;
  const today = wallTime(new Date().toISOString(), place.timeZone).date;

  return (
    <form noValidate onSubmit={event => { event.preventDefault(); if (!wrongDate && count) onMake(filter, date); }}>
      <Stack gap={5}>
        <FaultNotice fault={fault ?? counted.error} />
        {only === null && (
          <>
            <Select label={staff('slips.group')} value={group} onChange={event => setGroup(event.target.value as Constituency | '')}>
              <option value="">{staff('slips.everybody')}</option>
              {GROUPS.filter(each => sizes.size === 0 || sizes.has(each)).map(each => <option key={each} value={each}>{sizes.has(each) ? staff('people.constituencySize', { name: say(`constituency.${each}`), size: sizes.get(each)! }) : say(`constituency.${each}`)}</option>)}
            </Select>
            <TextField type="search" label={staff('slips.search')} hint={staff('slips.searchHint')} value={search} autoComplete="off" onChange={event => setSearch(event.target.value)} />
            <Choices
              legend={staff('slips.who')} value={[who]} onChange={([value]) => value && setWho(value)}
              choices={[{ value: 'without', label: staff('slips.without'), hint: staff('slips.withoutHint') }, { value: 'all', label: staff('slips.all'), hint: staff('slips.allHint') }]}
            />
          </>
        )}
        <TextField
          type="date" label={staff('slips.expires')} hint={staff('slips.expiresHint')} value={date} min={today} error={wrongDate ? staff('slips.wrongDate') : undefined}
          onChange={event => setDate(event.target.value)}
        />
        <Card marked>
          <Stack gap={3}>
            <p aria-live="polite"><strong>{only ? staff('slips.willOne', { name: only.person.name }) : count === undefined ? say('loading') : staff('slips.will', { count })}</strong></p>
            {expires && !wrongDate && <p>{staff('slips.untilDay', { day: dates.day(expires) })}</p>}
            {only ? only.working > 0 && <p>{staff('slips.stopsOne')}</p> : who === 'all' && <p>{staff('slips.stopsAll')}</p>}
            <p>{staff('slips.how')}</p>
            <Row><Button type="submit" disabled={!count || wrongDate}>{only ? staff('slips.makeOne') : staff('slips.make', { count: count ?? 0 })}</Button></Row>
          </Stack>
        </Card>
        {onlyHere && <Notice kind="warn" title={staff('slips.onlyHere', { address: location.host })}><p>{staff('slips.onlyHereHow')}</p></Notice>}
        <Notice kind="warn" title={staff('slips.careTitle')}><p>{staff('slips.care')}</p></Notice>
      </Stack>
    </form>
  );
}
