import { useMessages } from '../../i18n/use-messages.ts';
import { useOptionLabel } from './option-label.tsx';
import type { Ballot } from './CastForm.tsx';
import { headline, joined } from '../../i18n/joined.ts';
import { type Count, isBudget } from './result/counted.ts';

type Result = NonNullable<Ballot['result']>;
type Lots = Count['lots'];

/** The result in a sentence or two: "Parents and teachers said yes. Quorum was met." */
export function useVerdict(): (ballot: Ballot, result: Result, lots: Lots) => string {
  const say = useMessages('result');
  const core = useMessages();
  const label = useOptionLabel();
  const group = (name: Ballot['constituencies'][number]['constituency']) => core(`among.${name}`);
  const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
  return (ballot, result, lots) => sentence(told(ballot, result, lots));

  function told(ballot: Ballot, { outcome, chosen, rules }: Result, lots: Lots): string {
    const named = (options: readonly { id: string }[]) => headline(options.map(({ id }) => label(ballot.options.find((option) => option.id === id))), core);
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
        return missed(ballot, refused) + quorum;
      case 'CHOSEN':
        return say(isBudget(ballot.method) ? 'verdict.funded' : ballot.binding === 'ELECTS' ? 'verdict.elected' : 'verdict.chosen', { choice: named(chosen), count: chosen.length }) + quorum;
      case 'TIED': {
        // Nobody is chosen by a tie: who is in front is what the rule explains, or the lot that was not drawn.
        const leading = rules.find((rule) => rule.__typename === 'PluralityExplanation')?.leading.filter(({ id }) => !chosen.some((each) => each.id === id));
        const tied = leading ?? lots.find(({ drawn }) => drawn.length === 0)?.tied ?? [];
        if (tied.length === 0) return say('verdict.tie') + quorum;
        return (chosen.length > 0 ? say('verdict.tiedAfter', { choice: named(chosen), count: chosen.length, tied: named(tied) }) : say('verdict.tied', { choice: named(tied) })) + quorum;
      }
      case 'NO_QUORUM':
        return absent.length ? say('verdict.noQuorumOf', { groups: joined(absent) }) : say('verdict.noQuorum');
    }
  }

  function missed({ method }: Ballot, refused: readonly string[]): string {
    if (method !== 'YES_NO') return say(isBudget(method) ? 'verdict.notFunded' : 'verdict.nothing');
    return refused.length ? say('verdict.notAdoptedBy', { groups: joined(refused) }) : say('verdict.notAdopted');
  }
}
