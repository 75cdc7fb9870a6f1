import type { Texts } from '../ballot.ts';
import type { ElectionFacts } from './election.ts';

type Worded = Pick<ElectionFacts, 'title' | 'description' | 'body' | 'place' | 'constituencies'>;

/**
 * Required languages in which something of the notice is still unsaid: title, body, place, the seats' names, or the
 * description where there is one (EC 48985; rule 29).
 */
export function missingWords({ title, description, body, place, constituencies }: Worded, required: readonly string[]): string[] {
  const texts: readonly Texts[] = [
    title, body, place, ...(Object.values(description).some(isSaid) ? [description] : []), ...constituencies.map(({ seatName }) => seatName),
  ];
  return required.filter((locale) => texts.some((text) => !isSaid(text[locale])));
}

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
