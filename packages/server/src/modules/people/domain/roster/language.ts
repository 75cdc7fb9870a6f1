/**
 * Languages by ISO 639-1 tag, with their ISO 639-2/3 codes and the names exports carry. Lower case, letters only.
 * Source of the list: languages reported in California's language census, and those of the interface.
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'eng english ingles', es: 'spa spanish espanol castilian', hy: 'hye arm armenian easternarmenian westernarmenian',
  ko: 'kor korean', tl: 'tgl tagalog filipino pilipino fil', vi: 'vie vietnamese', ru: 'rus russian', ar: 'ara arabic',
  fa: 'fas per farsi persian dari', zh: 'zho chi chinese mandarin putonghua cmn', yue: 'cantonese', km: 'khm khmer cambodian',
  lo: 'lao laotian', hmn: 'hmong mww', pa: 'pan punjabi panjabi', hi: 'hin hindi', ur: 'urd urdu', bn: 'ben bengali bangla',
  gu: 'guj gujarati', ta: 'tam tamil', te: 'tel telugu', ja: 'jpn japanese', pt: 'por portuguese', fr: 'fra fre french',
  ht: 'hat haitian haitiancreole', de: 'deu ger german', it: 'ita italian', el: 'ell gre greek', he: 'heb hebrew iw',
  pl: 'pol polish', uk: 'ukr ukrainian', ro: 'ron rum romanian', tr: 'tur turkish', th: 'tha thai', my: 'mya bur burmese',
  id: 'ind indonesian', ilo: 'ilocano ilokano', ceb: 'cebuano visayan', sm: 'smo samoan', to: 'ton tongan', am: 'amh amharic',
  ti: 'tir tigrinya', so: 'som somali', sw: 'swa swahili', yo: 'yor yoruba', ne: 'nep nepali', ps: 'pus pashto',
  ku: 'kur kurdish', sq: 'sqi alb albanian', bg: 'bul bulgarian', hr: 'hrv croatian', sr: 'srp serbian', hu: 'hun hungarian',
  nl: 'nld dutch', sv: 'swe swedish', mix: 'mixteco mixtec', zap: 'zapoteco zapotec', nah: 'nahuatl', yua: 'yucatec',
  kjb: 'kanjobal qanjobal', quc: 'quiche kiche', mam: 'maya mam', chr: 'cherokee', nv: 'nav navajo', ase: 'asl americansignlanguage',
};

const TAG_OF = new Map(Object.entries(NAMES).flatMap(([tag, names]) =>
  [tag, ...names.split(' ')].map((name): [string, string] => [name, tag])));

/**
 * BCP 47 tag of a home language as exports write it: a tag (`es-MX`, `zh_Hant`), an ISO 639 code, or an English name.
 * Null when it is none of these.
 */
export function languageTag(value: string): string | null {
  const text = value.trim();
  const [, primary, rest] = /^([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8}){1,2})$/.exec(text) ?? [];
  if (primary !== undefined && rest !== undefined) {
    const tag = TAG_OF.get(primary.toLowerCase());
    return tag === undefined ? null : [tag, ...rest.slice(1).split(/[-_]/).map(subtag)].join('-');
  }
  const word = text.normalize('NFD').replace(/\(.*\)/, '').replace(/[^A-Za-z]/g, '').toLowerCase();
  return TAG_OF.get(word) ?? null;
}

/** Scripts are written Hant, regions MX (RFC 5646 §2.1.1). */
function subtag(part: string): string {
  if (part.length === 4) return part[0]!.toUpperCase() + part.slice(1).toLowerCase();
  return part.length === 2 ? part.toUpperCase() : part.toLowerCase();
}

const LEARNER = new Set(['true', 'yes', 'y', '1', 't', 'el', 'ell', 'lep', 'englishlearner', 'englishlanguagelearner', 'learner', 'active']);
const NOT_LEARNER = new Set(['false', 'no', 'n', '0', 'f', '', 'eo', 'englishonly', 'ifep', 'rfep', 'fep', 'tbd', 'none', 'na', 'exited', 'reclassified', 'adel']);

/** English-learner status as exports write it (CALPADS ELAS codes, yes/no in many spellings). Null when unknown. */
export function englishLearnerOf(value: string): boolean | null {
  const word = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (LEARNER.has(word)) return true;
  return NOT_LEARNER.has(word) ? false : null;
}
