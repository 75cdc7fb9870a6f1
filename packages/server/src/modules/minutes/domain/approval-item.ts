import { sentencesOf } from './sentences/written.ts';

interface Worded { readonly locale: string; readonly text: string }

/** An action item of the first level, as agendas word them. */
export interface ApprovalItem {
  readonly title: readonly Worded[];
  readonly description: readonly Worded[];
  readonly rationale: readonly Worded[];
  readonly intent: 'ACTION';
  readonly minutesPlanned: number;
  readonly presenter: null;
}

/** Approving the minutes of that day (`yyyy-mm-dd`), in the languages minutes are written in. */
export function approvalItem(day: string, locales: readonly string[]): ApprovalItem {
  const each = (say: (locale: string) => string): Worded[] => locales.map((locale) => ({ locale, text: say(locale) }));
  const words = (locale: string) => sentencesOf(locale) ?? sentencesOf('en')!;
  const shown = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return {
    title: each((locale) => words(locale).approve(shown(locale))), description: each((locale) => words(locale).approving), rationale: each((locale) => words(locale).whyApprove),
    intent: 'ACTION', minutesPlanned: 5, presenter: null,
  };
}
