import { isDay } from './period.ts';
import type { Texts } from './popolo.ts';
import { beginningOf } from './wall-day.ts';

/** REFERENCE: nothing in the document has this id. REPEATED: something else has it already. */
export type ImportRule = 'TYPE' | 'REQUIRED' | 'DAY' | 'MOMENT' | 'CHOICE' | 'REFERENCE' | 'REPEATED' | 'AMBIGUOUS' | 'TOO_LONG' | 'ORDER' | 'IMPOSSIBLE';

/** What keeps a document from being read, where it is (a JSON pointer, RFC 6901), and the rule it breaks. */
export interface ImportFault {
  readonly pointer: string;
  readonly rule: ImportRule;
  /** What would be allowed, or what was meant. */
  readonly about?: string;
}

const MOST = 20_000;
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A part of a document that is being read; whatever is wrong with it is kept with its place. */
export class Part {
  constructor(
    private readonly value: Readonly<Record<string, unknown>>, readonly pointer: string, private readonly faults: ImportFault[], private readonly language: string, private readonly timeZone: string,
  ) {}

  /** `language` is that of texts, and `timeZone` that of days, that do not say theirs. */
  static whole(value: unknown, faults: ImportFault[], language: string, timeZone: string): Part {
    if (isObject(value)) return new Part(value, '', faults, language, timeZone);
    faults.push({ pointer: '', rule: 'TYPE', about: 'object' });
    return new Part({}, '', faults, language, timeZone);
  }

  fault(key: string | null, rule: ImportRule, about?: string): null {
    this.faults.push({ pointer: key === null ? this.pointer : `${this.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, rule, ...(about === undefined ? {} : { about }) });
    return null;
  }

  has(key: string): boolean { return this.value[key] !== undefined && this.value[key] !== null; }

  text(key: string): string | null {
    if (!this.has(key)) return null;
    const value = this.value[key];
    if (typeof value !== 'string') return this.fault(key, 'TYPE', 'string');
    // The database keeps no such character.
    if (value.includes('\u0000')) return this.fault(key, 'IMPOSSIBLE');
    if (value.length > MOST) return this.fault(key, 'TOO_LONG', String(MOST));
    return value.trim() === '' ? null : value;
  }

  required(key: string): string { return this.text(key) ?? (this.has(key) ? '' : (this.fault(key, 'REQUIRED'), '')); }

  whether(key: string): boolean | null {
    if (!this.has(key)) return null;
    return typeof this.value[key] === 'boolean' ? this.value[key] : this.fault(key, 'TYPE', 'boolean');
  }

  count(key: string, least = 0, most = 32_767): number | null {
    if (!this.has(key)) return null;
    const value = this.value[key];
    if (typeof value !== 'number' || !Number.isInteger(value)) return this.fault(key, 'TYPE', 'integer');
    return value < least || value > most ? this.fault(key, 'IMPOSSIBLE', `${least}-${most}`) : value;
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | null {
    const value = this.text(key);
    return value === null ? null : choices.find((each) => each === value) ?? this.fault(key, 'CHOICE', choices.join(', '));
  }

  /** `yyyy-mm-dd`; of a year or a month its first day. */
  day(key: string): string | null {
    const value = this.text(key);
    if (value === null) return null;
    const day = value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value;
    return isDay(day) ? day : this.fault(key, 'DAY');
  }

  /** ISO 8601; a day alone is its beginning, where the environment is. */
  moment(key: string): Date | null {
    const value = this.text(key);
    if (value === null) return null;
    if (isDay(value)) return beginningOf(value, this.timeZone);
    const at = /^\d{4}-\d\d-\d\dT\d\d(:\d\d){0,2}(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/.test(value) ? new Date(padded(value)) : new Date(Number.NaN);
    return Number.isNaN(at.getTime()) ? this.fault(key, 'MOMENT') : at;
  }

  isMoment(key: string): boolean { return typeof this.value[key] === 'string' && this.value[key].includes('T'); }

  parts(key: string): Part[] {
    if (!this.has(key)) return [];
    const value = this.value[key];
    if (!Array.isArray(value)) {
      this.fault(key, 'TYPE', 'array');
      return [];
    }
    return value.map((each: unknown, at) => {
      const pointer = `${this.pointer}/${key.replaceAll('/', '~1')}/${at}`;
      if (isObject(each)) return new Part(each, pointer, this.faults, this.language, this.timeZone);
      this.faults.push({ pointer, rule: 'TYPE', about: 'object' });
      return new Part({}, pointer, this.faults, this.language, this.timeZone);
    });
  }

  /** A list of texts. */
  texted(key: string): string[] {
    if (!this.has(key)) return [];
    const value = this.value[key];
    if (Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '' && each.length <= MOST)) return value as string[];
    this.fault(key, 'TYPE', 'array of strings');
    return [];
  }

  part(key: string): Part | null {
    if (!this.has(key)) return null;
    const value = this.value[key];
    return isObject(value) ? new Part(value, `${this.pointer}/${key.replaceAll('/', '~1')}`, this.faults, this.language, this.timeZone) : this.fault(key, 'TYPE', 'object');
  }

  /** As it is; for what is kept whole. */
  raw(key: string): unknown { return this.value[key]; }

  /** What is said in every language, under a key of ours or in Popolo's one text. */
  texts(key: string, inAll: string): Texts {
    const all = this.value[inAll];
    if (all !== undefined) {
      if (isObject(all) && Object.entries(all).every(([tag, text]) => TAG.test(tag) && typeof text === 'string' && text !== '' && text.length <= MOST && !text.includes('\u0000'))) return all as Texts;
      this.fault(inAll, 'TYPE', 'texts by language');
    }
    const one = this.text(key);
    return one === null ? {} : { [this.language]: one };
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Hours alone, and offsets without minutes, are right in Popolo and unknown to Date. */
function padded(value: string): string {
  const hours = /^(\d{4}-\d\d-\d\dT\d\d)((?::\d\d){0,2}(?:\.\d+)?)(Z|[+-]\d\d)?:?(\d\d)?$/.exec(value);
  if (hours === null) return value;
  const [, start, rest, zone = 'Z', minutes] = hours;
  return `${start}${rest === '' ? ':00' : rest}${zone}${zone === 'Z' ? '' : `:${minutes ?? '00'}`}`;
}
