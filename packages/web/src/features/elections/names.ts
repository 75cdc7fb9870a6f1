import { useMessages } from '../../i18n/use-messages.ts';
import type { Group, Nomination } from './view.ts';

/** "Parents: 3 seats". */
export function useGroupTitle(): (group: Pick<Group, 'constituency' | 'seats'>) => string {
  const core = useMessages();
  const say = useMessages('elections');
  return ({ constituency, seats }) => say('candidates.of', { group: core(`constituency.${constituency}`), seats });
}

/** A candidate's name; a student's number where the name is not for this reader. */
export function useCandidateName(): (nomination: Pick<Nomination, 'name' | 'number'>) => string {
  const say = useMessages('elections');
  return ({ name, number }) => name ?? (number ? say('student', { number }) : say('studentNamed'));
}
