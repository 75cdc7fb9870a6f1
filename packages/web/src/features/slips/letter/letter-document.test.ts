// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { slipText } from '../../../lib/slip.ts';
import { toEnvelopes } from '../envelopes.ts';
import type { MadeSlip } from '../make-slips.ts';
import { uncovered, writeLetters } from './letter-document.ts';
import type { LetterFonts, LetterJob } from './letter-job.ts';
import { toRuns } from './letter-text.ts';
import { lastDay, letterLanguage } from './letter-words.ts';

const require = createRequire(import.meta.url);
const file = (part: string) => ({ name: part, bytes: new Uint8Array(readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${part}-normal.woff`))) });
const fonts: LetterFonts = { regular: [file('latin-400'), file('latin-ext-400')], bold: [file('latin-700'), file('latin-ext-700')] };

const slip = (i: number, name: string, locale: string, householdId: string | null = null): MadeSlip => ({
  id: `p${i}`,
  name,
  familyName: name.split(' ').at(-1)!,
  locale,
  householdId,
  slip: slipText(Uint8Array.from({ length: 16 }, (_, at) => (i * 31 + at * 7) & 255)),
  tokenHash: '',
});

const job = (people: MadeSlip[]): LetterJob => ({
  school: 'Mark Twain Middle School',
  environment: 'Harbor Community',
  origin: 'https://plenary.school.test',
  expiresAt: '2027-06-12T06:59:59.000Z',
  timeZone: 'America/Los_Angeles',
  title: 'Access slips',
  locale: 'en',
  list: { heading: 'Envelopes', explain: 'One line per envelope.', envelope: 'Envelope', people: 'People' },
  envelopes: toEnvelopes(people, 'en'),
});

const print = async (people: MadeSlip[], pictures = new Map()) => {
  const { chunks, byHand } = await writeLetters(job(people), fonts, pictures, () => {});
  return { pdf: Buffer.concat(chunks), byHand };
};
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
const everything = (pdf: Buffer) =>
  pdf
    .toString('latin1')
    .split('stream\n')
    .map(part => {
      try {
        return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
      } catch {
        return part;
      }
    })
    .join('\n');

describe('the letters', () => {
  let family: Buffer;
  beforeAll(async () => {
    ({ pdf: family } = await print([slip(1, 'Ana Muñoz Güell', 'es', 'h'), slip(2, 'Łukasz Żółć', 'pl', 'h'), slip(3, 'Ida Brown', 'en')]));
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], family);
  });

  it('give each person one page, after the list of envelopes', () => expect(pages(family)).toBe(4));

  it('are tagged, with a title and with each family’s language', () => {
    const text = family.toString('latin1');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\(Access slips\)/);
    expect(text).toMatch(/\/Lang \(es\)/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
  });

  it('embed their font and name no other', () => {
    expect(new Set(family.toString('latin1').match(/\/BaseFont \/\w+\+(\S+)/g)?.map(font => font.split('+')[1]))).toEqual(new Set(['AtkinsonHyperlegible-Regular', 'AtkinsonHyperlegible-Bold']));
  });

  it('leave a line to write on, and say which letter, where nobody can draw the name', async () => {
    const people = [slip(1, 'Ana Muñoz', 'es'), slip(2, '김민지', 'ko'), slip(3, 'Արամ Խաչատրյան', 'hy')];
    expect(uncovered(job(people), fonts)).toEqual(expect.arrayContaining(['김민지', '한국어', 'Արամ Խաչատրյան', 'հայերեն']));
    const { pdf, byHand } = await print(people);
    expect(pages(pdf)).toBe(4);
    expect(byHand).toHaveLength(2);
    // The name is still there for those who listen: as the text of its place.
    expect(everything(pdf)).toContain(Buffer.from('\uFEFF김민지', 'utf16le').swap16().toString('latin1'));
  });

  it('never stop at a strange name', async () => {
    const { byHand } = await print([slip(1, '\u{1F600} \u0000\u200F\uFFFF', 'xx'), slip(2, '', 'not a tag!'), slip(3, 'A'.repeat(400), 'zz-')]);
    expect(byHand).toHaveLength(1);
  });
});

describe('the words of a letter', () => {
  it('fall back to English and name the family’s language in that language', () => {
    expect(letterLanguage('es-MX')).toMatchObject({ locale: 'es-MX', missing: null, link: 'es' });
    expect(letterLanguage('vi')).toMatchObject({ locale: 'en', missing: 'Tiếng Việt', link: null });
    expect(letterLanguage('not a tag!')).toMatchObject({ locale: 'en', missing: 'not a tag!' });
  });

  it('name the last day in the school’s time zone, with its weekday', () => {
    expect(lastDay('2027-06-12T06:59:59.000Z', 'en', 'America/Los_Angeles')).toBe('Friday, June 11, 2027');
    expect(lastDay('2027-06-12T06:59:59.000Z', 'es', 'America/Los_Angeles')).toBe('viernes, 11 de junio de 2027');
  });

  it('are split where the font files meet', () => {
    const covers = (name: string, letters: string) => ({ name, has: (code: number) => letters.includes(String.fromCodePoint(code)) });
    expect(toRuns('añŁa', [covers('latin', 'añ'), covers('ext', 'Ła')])).toEqual([{ font: 'latin', text: 'añ' }, { font: 'ext', text: 'Ła' }]);
    expect(toRuns('an\u0303', [covers('latin', 'añ')])).toEqual([{ font: 'latin', text: 'añ' }]);
    expect(toRuns('한', [covers('latin', 'a')])).toBeNull();
  });
});
