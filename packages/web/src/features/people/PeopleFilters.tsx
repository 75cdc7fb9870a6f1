import type { Constituency, PeopleFilter, Role } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { CONSTITUENCIES, ROLES } from './groups.ts';
import css from './People.module.css';

export interface PeopleChoice {
  search: string;
  constituency: Constituency | '';
  role: Role | '';
  withoutSlip: boolean;
  left: boolean;
}

export const EVERYBODY: PeopleChoice = { search: '', constituency: '', role: '', withoutSlip: false, left: false };

export const toFilter = (choice: PeopleChoice): PeopleFilter => ({
  active: !choice.left,
  ...(choice.search.trim() && { search: choice.search.trim() }),
  ...(choice.constituency && { constituency: choice.constituency }),
  ...(choice.role && { role: choice.role }),
  ...(choice.withoutSlip && { withoutSlip: true }),
});

/** Narrows a list of people; every change counts at once. */
export function PeopleFilters({ value, onChange, sizes }: { value: PeopleChoice; onChange: (value: PeopleChoice) => void; sizes: ReadonlyMap<string, number> }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const set = (part: Partial<PeopleChoice>) => onChange({ ...value, ...part });
  return (
    <search className={css['filters']} aria-label={staff('people.filters')}>
      <TextField label={staff('people.search')} type="search" autoComplete="off" value={value.search} onChange={event => set({ search: event.target.value })} />
      <Select label={staff('people.constituency')} value={value.constituency} onChange={event => set({ constituency: event.target.value as Constituency | '' })}>
        <option value="">{staff('people.everyConstituency')}</option>
        {CONSTITUENCIES.map(each => <option key={each} value={each}>{sizes.has(each) ? staff('people.constituencySize', { name: say(`constituency.${each}`), size: sizes.get(each)! }) : say(`constituency.${each}`)}</option>)}
      </Select>
      <Select label={staff('people.role')} value={value.role} onChange={event => set({ role: event.target.value as Role | '' })}>
        <option value="">{staff('people.everyRole')}</option>
        {ROLES.map(each => <option key={each} value={each}>{say(`role.${each}`)}</option>)}
      </Select>
      <div className={css['boxes']}>
        <Checkbox label={staff('people.withoutSlip')} checked={value.withoutSlip} onChange={withoutSlip => set({ withoutSlip })} />
        <Checkbox label={staff('people.left')} checked={value.left} onChange={left => set({ left })} />
      </div>
    </search>
  );
}
