import type { Catalogs } from '../gql/messages.ts';
import type { Locale } from './locales.ts';

export type CatalogName = keyof Catalogs;
/** One compiled catalog: a function per key. */
export type Compiled = Readonly<Record<string, (args?: object) => string>>;
type Load = () => Promise<{ default: Compiled }>;

/**
 * `core` stands around every page and on the way from a letter to a vote, and holds no more: its bytes are part of every
 * phone's first visit. `home` comes with what needs one, the public pages and one's own page, `setUp` with an empty
 * server, `vote` with a secret vote and the forms that need more than ovals, `result` with a counted ballot, `verify`
 * with its recount, `elections` with elections of members, `rounds` with open rounds, `bodies` with councils and
 * committees, `remedies` with what they owe, `meetings` with their meetings, `sitting` with the room of one, `decisions` with
 * what becomes of them, `minutes` with what is written down of it, `names` where somebody names a student, `papers` with its files, `mailbox` with messages, `staff` with
 * the pages of those who prepare ballots and rosters.
 */
const files: Record<CatalogName, Record<Locale, Load>> = {
  core: { en: () => import('virtual:messages/core/en'), es: () => import('virtual:messages/core/es') },
  home: { en: () => import('virtual:messages/home/en'), es: () => import('virtual:messages/home/es') },
  setUp: { en: () => import('virtual:messages/setUp/en'), es: () => import('virtual:messages/setUp/es') },
  vote: { en: () => import('virtual:messages/vote/en'), es: () => import('virtual:messages/vote/es') },
  result: { en: () => import('virtual:messages/result/en'), es: () => import('virtual:messages/result/es') },
  verify: { en: () => import('virtual:messages/verify/en'), es: () => import('virtual:messages/verify/es') },
  rounds: { en: () => import('virtual:messages/rounds/en'), es: () => import('virtual:messages/rounds/es') },
  staff: { en: () => import('virtual:messages/staff/en'), es: () => import('virtual:messages/staff/es') },
  bodies: { en: () => import('virtual:messages/bodies/en'), es: () => import('virtual:messages/bodies/es') },
  meetings: { en: () => import('virtual:messages/meetings/en'), es: () => import('virtual:messages/meetings/es') },
  decisions: { en: () => import('virtual:messages/decisions/en'), es: () => import('virtual:messages/decisions/es') },
  mailbox: { en: () => import('virtual:messages/mailbox/en'), es: () => import('virtual:messages/mailbox/es') },
  papers: { en: () => import('virtual:messages/papers/en'), es: () => import('virtual:messages/papers/es') },
  sitting: { en: () => import('virtual:messages/sitting/en'), es: () => import('virtual:messages/sitting/es') },
  minutes: { en: () => import('virtual:messages/minutes/en'), es: () => import('virtual:messages/minutes/es') },
  names: { en: () => import('virtual:messages/names/en'), es: () => import('virtual:messages/names/es') },
  remedies: { en: () => import('virtual:messages/remedies/en'), es: () => import('virtual:messages/remedies/es') },
  elections: { en: () => import('virtual:messages/elections/en'), es: () => import('virtual:messages/elections/es') },
};

const loaded = new Map<string, Promise<Compiled>>();

/** The catalog, loaded once; a failed load is forgotten, so that the next try loads again. */
export function catalog(name: CatalogName, locale: Locale): Promise<Compiled> {
  const key = `${name}/${locale}`;
  const known = loaded.get(key);
  if (known) return known;
  const loading: Promise<Compiled> = files[name][locale]().then((module) => {
    // By these fields React's `use` knows, without waiting a turn, that the promise is kept.
    Object.assign(loading, { status: 'fulfilled', value: module.default });
    return module.default;
  });
  loading.catch(() => loaded.delete(key));
  loaded.set(key, loading);
  return loading;
}
