import type { Constituency } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import css from './Printed.module.css';

/** A constituency, and how many printed ballots it was given. */
export function PartTitle({ part: { constituency, given } }: { part: { readonly constituency: Constituency; readonly given: number } }) {
  const say = useMessages();
  const staff = useMessages('staff');
  return <h3 className={css['part']}>{say(`constituency.${constituency}`)} <span className={css['note']}>{staff('printed.givenOut', { count: given })}</span></h3>;
}
