import { useLocale } from '../../../i18n/locale-store.ts';
import { dated } from '../../../i18n/locales.ts';
import { useMessages } from '../../../i18n/use-messages.ts';
import { BarChart } from '../../../ui/BarChart.tsx';
import type { Ballot } from '../CastForm.tsx';
import { useOptionLabel } from '../option-label.tsx';
import type { Count } from './counted.ts';

/** Points or dots, most first; an average counts everybody who did not abstain. */
export default function GradedChart({ ballot, tallies, ballots, chosen }: {
  ballot: Ballot; tallies: Count['tallies']; ballots: number; chosen: readonly { readonly id: string }[];
}) {
  const say = useMessages('result');
  const label = useOptionLabel();
  const average = new Intl.NumberFormat(dated(useLocale()), { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const abstain = ballot.options.find(({ kind }) => kind === 'ABSTAIN')?.id;
  const gave = ballots - (tallies.find(({ option }) => option.id === abstain)?.votes ?? 0);
  const bars = tallies.filter(({ option }) => option.id !== abstain).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  return (
    <BarChart
      {...(ballot.method === 'SCORE' && { most: ballot.maxChoices * gave })}
      bars={bars.map(({ option, votes, score }) => ({
        key: option.id, label: label(ballot.options.find(({ id }) => id === option.id)), value: score ?? 0, strong: chosen.some(({ id }) => id === option.id),
        text: ballot.method === 'SCORE'
          ? say('result.scoreText', { score: score ?? 0, average: average.format(gave ? (score ?? 0) / gave : 0) })
          : say('result.dotsText', { score: score ?? 0, votes }),
      }))}
    />
  );
}
