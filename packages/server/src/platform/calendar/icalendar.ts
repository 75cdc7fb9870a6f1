/** One thing with a beginning, as a calendar shows it. */
export interface CalendarEvent {
  /** The same for all that is ever said of it (RFC 5545, 3.8.4.7). */
  readonly uid: string;
  /** Goes up with every change (3.8.7.4). */
  readonly sequence: number;
  /** When what is said here was said last. */
  readonly saidAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** The page that says everything. */
  readonly url: string;
  /** Where to take part online (RFC 7986, 5.11), with its label. */
  readonly conference: readonly [address: string, label: string] | null;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** BCP 47, of the summary, the location and the description. */
  readonly lang: string;
}

export interface Calendar {
  readonly name: string;
  readonly lang: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * A calendar for other programs (RFC 5545, with the names of RFC 7986). Moments are in UTC, not on the clock of a zone: each
 * event happens once, at a moment that somebody gave notice of, and a calendar shows it on its reader's own clock. So there
 * is no rule of a zone in the file that could be wrong on the day the clocks change, or age when a law moves that day.
 */
export function icalendar({ name, lang, events }: Calendar): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Meetings//EN',
    'CALSCALE:GREGORIAN',
    ...named('NAME', name, lang),
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(event),
    'END:VCALENDAR',
  ].map(folded).join('');
}

const event = ({ uid, sequence, saidAt, startsAt, endsAt, summary, description, location, url, conference, status, lang }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `SEQUENCE:${sequence}`,
  `DTSTAMP:${utc(saidAt)}`,
  `LAST-MODIFIED:${utc(saidAt)}`,
  `DTSTART:${utc(startsAt)}`,
  ...(endsAt === null ? [] : [`DTEND:${utc(endsAt)}`]),
  `STATUS:${status}`,
  'TRANSP:OPAQUE',
  ...named('SUMMARY', summary, lang),
  ...named('LOCATION', location, lang),
  ...named('DESCRIPTION', description, lang),
  `URL:${address(url)}`,
  ...(conference === null ? [] : [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=${quoted(conference[1])}:${address(conference[0])}`]),
  'END:VEVENT',
];

const named = (property: string, text: string, lang: string): string[] => (text === '' ? [] : [`${property};LANGUAGE=${lang}:${escaped(text)}`]);

/** 20261130T013000Z */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** 3.3.11; control characters have no place in a text. */
// oxlint-disable-next-line no-control-regex
const escaped = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '').replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
/** 3.2: a parameter's value in quotes, which it cannot hold itself. */
// oxlint-disable-next-line no-control-regex
const quoted = (text: string): string => `"${text.replace(/["\u0000-\u001F\u007F]/g, ' ')}"`;
/** 3.3.13: an address has ASCII letters alone (RFC 3986), however people type it. */
function address(url: string): string {
  // oxlint-disable-next-line no-control-regex
  const oneLine = url.toWellFormed().replace(/[\u0000-\u0020\u007F]/g, encodeURIComponent);
  return /^[!-~]*$/.test(oneLine) ? oneLine : (URL.parse(oneLine)?.href ?? oneLine).replace(/[^!-~]/gu, encodeURIComponent);
}

const OCTETS = 75;

/** 3.1: lines of at most 75 octets, broken between letters and never within one. */
function folded(line: string): string {
  let text = '';
  let room = OCTETS;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (length > room) {
      text += '\r\n ';
      // The blank that opens a line counts.
      room = OCTETS - 1;
    }
    text += letter;
    room -= length;
  }
  return `${text}\r\n`;
}
