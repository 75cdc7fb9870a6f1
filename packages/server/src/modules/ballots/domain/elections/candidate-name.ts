import type { Constituency, Texts } from '../ballot.ts';

/** Students are minors: outside the school they are a number, on every page and in every published count (rule 30). */
export const isNamedOutside = (constituency: Constituency): boolean => constituency !== 'STUDENT';

const STUDENT_CANDIDATE: Texts = {
  en: 'Student candidate', es: 'Candidatura estudiantil', hy: 'Աշակերտ թեկնածու', ko: '학생 후보', tl: 'Kandidatong mag-aaral',
  'zh-Hans': '学生候选人', vi: 'Ứng cử viên học sinh', ru: 'Кандидат от учащихся', ar: 'المرشح الطلابي', fa: 'نامزد دانش‌آموزی',
};

/** What a ballot's option says of a candidate for everybody to read, in each language the ballot must be in. `number` counts from 1. */
export function candidateLabel(candidate: { constituency: Constituency; name: string; number: number }, locales: readonly string[]): Texts {
  const { constituency, name, number } = candidate;
  const label = (locale: string) => (isNamedOutside(constituency) ? name : `${STUDENT_CANDIDATE[locale] ?? STUDENT_CANDIDATE['en']} ${number}`);
  return Object.fromEntries(locales.map((locale) => [locale, label(locale)]));
}
