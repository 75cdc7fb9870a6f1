import { headline, joined } from '../../../i18n/joined.ts';
import { useLocale } from '../../../i18n/locale-store.ts';
import { dated } from '../../../i18n/locales.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import type { Count, Ranked } from './counted.ts';
import type { StageView } from './stages.ts';

/** Votes as numbers: rounded to be read, or to the last digit to be checked. */
export function useVotes(): { short: (votes: number) => string; exact: (votes: number) => string; change: (by: number) => string } {
  const locale = dated(useLocale());
  const [short, exact] = [2, 5].map((maximumFractionDigits) => new Intl.NumberFormat(locale, { maximumFractionDigits }));
  const change = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  return { short: (votes) => short!.format(votes), exact: (votes) => exact!.format(votes), change: (by) => change.format(by) };
}

/** What happened at a stage, in a few sentences. */
export function useStageWords(name: (id: string) => string): (step: StageView, ranked: Ranked, lots: Count['lots']) => string {
  const say = useMessages('result');
  const core = useMessages();
  const { short } = useVotes();
  return (step, ranked, lots) => [moved(step, ranked, lots), ...won(step, ranked)].join(' ');

  function moved({ stage, holdings, lost }: StageView, { ballots }: Ranked, lots: Count['lots']): string {
    if (stage.moved === null) return say('ranked.first', { ballots });
    const who = core('quoted', { name: name(stage.moved.id) });
    const votes = Number(stage.votes);
    const lot = lots.some((each) => each.stage === stage.stage && each.seed !== null && each.drawn.some(({ id }) => id === stage.moved!.id)) ? ` ${say('ranked.byLot')}` : '';
    if (votes === 0) return say(stage.kind === 'SURPLUS' ? 'ranked.surplusNone' : 'ranked.exclusionNone', { name: who }) + lot;
    const gained = holdings.filter(({ before, after }) => after > before)
      .toSorted((a, b) => (b.after - b.before) - (a.after - a.before))
      .map(({ id, before, after }) => say('ranked.to', { votes: short(after - before), name: core('quoted', { name: name(id) }) }));
    const nobody = lost.after > lost.before ? [say('ranked.toNobody', { votes: short(lost.after - lost.before) })] : [];
    const told = { name: who, votes: short(votes), moves: joined([...gained, ...nobody]) };
    return (stage.kind === 'SURPLUS' ? say('ranked.surplus', told) : say('ranked.exclusion', { ...told, count: votes })) + lot;
  }

  function won({ stage, holdings }: StageView, { quota }: Ranked): string[] {
    if (stage.elected.length === 0) return stage.stage === 0 ? [say('ranked.nobodyYet')] : [];
    const enough = stage.elected.filter(({ id }) => (holdings.find((each) => each.id === id)?.after ?? 0) >= quota);
    const last = stage.elected.filter((each) => !enough.includes(each));
    const told = (key: 'ranked.enough' | 'ranked.lastStanding', who: typeof enough) =>
      (who.length === 0 ? [] : [say(key, { names: headline(who.map(({ id }) => name(id)), core), count: who.length })]);
    return [...told('ranked.enough', enough), ...told('ranked.lastStanding', last)];
  }
}
