import { useMessages } from '../../i18n/use-messages.ts';
import { useOptionLabel } from './option-label.tsx';
import type { Ballot } from './CastForm.tsx';
import { headline, joined } from '../../i18n/joined.ts';

type Result = NonNullable<Ballot['result']>;

/** The result in a sentence or two: "Parents and teachers said yes. Quorum was met." */
export function useVerdict(): (ballot: Ballot, result: Result) => string {
  const say = useMessages();
  const label = useOptionLabel();
  const group = (name: Ballot['constituencies'][number]['constituency']) => say(`among.${name}`);
  const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  return (ballot, result) => sentence(told(ballot, result));

  function told(ballot: Ballot, { outcome, chosen, rules }: Result): string {
    const named = (options: readonly { id: string }[]) => headline(options.map(({ id }) => label(ballot.options.find((option) => option.id === id))), say);
    const groups = ballot.constituencies.map(({ constituency }) => group(constituency));
    const majorities = rules.filter((rule) => rule.__typename === 'MajorityExplanation');
    const refused = majorities.filter(({ met, majorityOf }) => !met && majorityOf).map(({ majorityOf }) => group(majorityOf!));
    const quorums = rules.filter((rule) => rule.__typename === 'QuorumExplanation').filter(({ quorumKind }) => quorumKind !== 'NONE');
    const absent = quorums.filter(({ met }) => !met).map(({ constituency }) => group(constituency));
    const quorum = quorums.length > 0 && absent.length === 0 ? ` ${say('verdict.quorumMet')}` : '';
    switch (outcome) {
      case 'ADOPTED':
        return (ballot.combine === 'EVERY_CONSTITUENCY' ? say('verdict.adoptedBy', { groups: joined(groups), count: groups.length }) : say('verdict.adopted')) + quorum;
      case 'NOT_ADOPTED':
        return (refused.length ? say('verdict.notAdoptedBy', { groups: joined(refused) }) : say('verdict.notAdopted')) + quorum;
      case 'CHOSEN':
        return say('verdict.chosen', { choice: named(chosen), count: chosen.length }) + quorum;
      case 'TIED':
        // Nobody is chosen by a tie: who is in front is what the rule explains.
        return say('verdict.tied', { choice: named(rules.find((rule) => rule.__typename === 'PluralityExplanation')?.leading ?? []) }) + quorum;
      case 'NO_QUORUM':
        return absent.length ? say('verdict.noQuorumOf', { groups: joined(absent) }) : say('verdict.noQuorum');
    }
  }
}
