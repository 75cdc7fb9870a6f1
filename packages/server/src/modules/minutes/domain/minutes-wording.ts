/** Characters. */
export const LONGEST_PASSAGE = 4000;
export const LONGEST_NOTE = 60_000;

export type MinutesFaultCode = 'REQUIRED' | 'TOO_LONG' | 'BAD_LOCALE' | 'OUT_OF_RANGE' | 'REPEATED';

/** Something wrong in the words of an act; never a value. */
export interface MinutesFault {
  readonly field: string;
  readonly code: MinutesFaultCode;
}

const LOCALE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

export function passageFaults({ before, after, language }: { readonly before: string; readonly after: string; readonly language: string }): MinutesFault[] {
  return [
    ...(before === '' ? [{ field: 'input.before', code: 'REQUIRED' as const }] : []),
    ...(before.length > LONGEST_PASSAGE ? [{ field: 'input.before', code: 'TOO_LONG' as const }] : []),
    ...(after.length > LONGEST_PASSAGE ? [{ field: 'input.after', code: 'TOO_LONG' as const }] : []),
    ...(LOCALE.test(language) ? [] : [{ field: 'input.language', code: 'BAD_LOCALE' as const }]),
  ];
}

export function translationFaults(text: string, language: string): MinutesFault[] {
  return [
    ...(text.length > LONGEST_NOTE ? [{ field: 'text', code: 'TOO_LONG' as const }] : []),
    ...languageFaults(language),
  ];
}

export const languageFaults = (language: string): MinutesFault[] => (LOCALE.test(language) ? [] : [{ field: 'language', code: 'BAD_LOCALE' }]);

/** Votes nobody can have cast. */
const MOST = 1000;

export const voteFaults = (vote: Readonly<Record<'objections' | 'ayes' | 'noes', number>>): MinutesFault[] =>
  (['objections', 'ayes', 'noes'] as const).filter((field) => vote[field] < 0 || vote[field] > MOST).map((field) => ({ field, code: 'OUT_OF_RANGE' }));

/** Without what no database text may hold and no page could show: half characters and control codes but line ends. */
export const clean = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, '');
