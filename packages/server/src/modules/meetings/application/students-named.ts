import type { Statements } from '../../../platform/database/database.ts';
import { isStudent } from '../../people/index.ts';
import type { StudentName } from '../domain/seat-labels.ts';
import { type KnownStudents, knownStudents, labelOf, labelled, ofStudents, wholeNamesIn } from '../domain/whole-names.ts';
import { type SittingRecord, sittingsById } from './sitting-record.ts';

/** Words somebody typed, as everybody reads them; `locale` is null where nobody noted their language. */
export type SayPublicly = (text: string, locale: string | null) => string;

/** So many schools' names are kept ready at once. */
const MOST_KEPT = 50;
/** A room reads its motions at every act, and everybody a public page; who comes to a school is named in neither within seconds. */
const FRESH_MS = 5000;

interface Kept {
  readonly at: number;
  readonly names: string;
  readonly known: KnownStudents;
}
const kept = new Map<string, Kept>();

/** Every student of the school in this scope, those who have left too: what was written about them stays. */
async function studentsKnown(em: Statements): Promise<KnownStudents> {
  const [scope] = await em.execute<{ school: string }[]>(`select current_setting('plenary.school', true) as school`);
  const { school } = scope!;
  const before = kept.get(school);
  if (before !== undefined && performance.now() - before.at < FRESH_MS) return before.known;
  const [row] = await em.execute<{ names: string | null }[]>(
    `select json_agg(json_build_object('personId', i.person_id, 'given', i.given_name, 'family', i.family_name) order by i.person_id)::text as names
     from person_pii i where i.given_name <> '' and i.family_name <> ''
       and (exists (select from membership m where m.person_id = i.person_id and m.constituency = 'STUDENT') or ${isStudent('i.person_id', 'null')})`);
  const names = row?.names ?? '[]';
  const known = before?.names === names ? before.known : knownStudents(JSON.parse(names) as StudentName[]);
  kept.delete(school);
  kept.set(school, { at: performance.now(), names, known });
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return known;
}

/** A student's name in words that are about to be everybody's: `text.slice(start, end)`, and what may stand there instead. */
export interface StudentNamed {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Students called by their whole name in a text that somebody is about to publish, for who writes it; under the school's scope. */
export async function studentsNamed(em: Statements, texts: readonly string[], locale: (nth: number) => string, { members }: Pick<SittingRecord, 'members'>): Promise<StudentNamed[][]> {
  const known = await studentsKnown(em);
  return texts.map((text, nth) => ofStudents(text, wholeNamesIn(text, known), members).map((found) => ({ start: found.start, end: found.end, label: labelOf(found, locale(nth), members) })));
}

/**
 * Records as everybody reads them: with the label of a seat wherever a student is called by their whole name, whatever the
 * writer decided (EC 49073.2). `reword` says which words of a record are typed by people; `meetingOf`, in which sitting, whose seats
 * the labels are; null: in none.
 */
export async function saidPublicly<T>(em: Statements, records: readonly T[], meetingOf: (record: T) => string | null, reword: (record: T, say: SayPublicly) => T): Promise<readonly T[]> {
  if (records.length === 0) return records;
  const known = await studentsKnown(em);
  const naming = new Set<T>();
  for (const record of records) {
    reword(record, (text) => {
      if (wholeNamesIn(text, known).length > 0) naming.add(record);
      return text;
    });
  }
  if (naming.size === 0) return records;
  const sittings = new Map((await sittingsById(em, [...new Set([...naming].map(meetingOf))].filter((id) => id !== null))).map((sitting) => [sitting.id, sitting]));
  return records.map((record) => (naming.has(record) ? reword(record, (text, locale) => {
    const members = sittings.get(meetingOf(record) ?? '')?.members ?? [];
    return labelled(text, ofStudents(text, wholeNamesIn(text, known), members).map((found) => ({ ...found, label: labelOf(found, locale ?? 'en', members) })));
  }) : record));
}

/** Texts in several languages as everybody reads them. */
export const textsSaid = (texts: Readonly<Record<string, string>>, say: SayPublicly): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, say(text, locale)]));
