/** A student named in words that everybody reads: `text.slice(start, end)` of a field, in a language where it has several. */
export interface NamedStudent {
  readonly field: string;
  readonly locale: string;
  readonly start: number;
  readonly end: number;
  /** What stands there for everybody else. */
  readonly label: string;
}

interface Fault { readonly field: string; readonly code: string; readonly about: readonly string[] }

/** Every student that faults of an act are about, in the order of the text. */
export const namedIn = (faults: readonly Fault[]): NamedStudent[] => faults.filter(({ code }) => code === 'STUDENT_NAMED').flatMap(({ field, about }) => about.flatMap((each) => {
  const [, locale, start, end, label] = /^([^:]*):(\d+):(\d+):(.+)$/.exec(each) ?? [];
  return label === undefined ? [] : [{ field, locale: locale!, start: Number(start), end: Number(end), label }];
}));

/** The text with labels in the place of the names. */
export const withLabels = (text: string, named: readonly NamedStudent[]): string =>
  named.toSorted((a, b) => b.start - a.start).reduce((written, { start, end, label }) => written.slice(0, start) + label + written.slice(end), text);

interface Said { readonly locale: string; readonly text: string }
type Variables = Readonly<Record<string, unknown>>;

const isTexts = (value: unknown): value is readonly Said[] => Array.isArray(value) && value.every((each: unknown) => typeof each === 'object' && each !== null && 'locale' in each && 'text' in each);
const isObject = (value: unknown): value is Variables => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where an act has its words: in its `input`, or beside it. */
function inWords(variables: Variables, change: (words: Variables) => Variables): Variables {
  const { input } = variables;
  return isObject(input) ? { ...variables, input: change(input) } : change(variables);
}

const textOf = (words: Variables, { field, locale }: NamedStudent): string => {
  const value = words[field];
  return isTexts(value) ? value.find((each) => each.locale === locale)?.text ?? '' : typeof value === 'string' ? value : '';
};

/** As it was typed. */
export function nameTyped(variables: Variables, named: NamedStudent): string {
  const words = isObject(variables['input']) ? variables['input'] : variables;
  return textOf(words, named).slice(named.start, named.end);
}

/** What an act says, with every student in it called by their seat. */
export const withSeats = (variables: Variables, named: readonly NamedStudent[]): Variables => inWords(variables, (words) => ({
  ...words,
  ...Object.fromEntries([...Map.groupBy(named, ({ field }) => field)].map(([field, all]) => {
    const value = words[field];
    return [field, isTexts(value) ? value.map((each) => ({ ...each, text: withLabels(each.text, all.filter(({ locale }) => locale === each.locale)) })) : typeof value === 'string' ? withLabels(value, all) : value];
  })),
}));

/** The same act by who was told, and keeps the names. */
export const withNamesKept = (variables: Variables): Variables => inWords(variables, (words) => ({ ...words, keepNames: true }));
