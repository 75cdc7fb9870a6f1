import { languageName } from '../../../lib/language-name.ts';
import { qrPath } from '../../../lib/qr-path.ts';
import { groupedSlip, slipAddress } from '../../../lib/slip.ts';
import type { MadeSlip } from '../make-slips.ts';
import type { LetterJob } from './letter-job.ts';
import { LINE, type Pen } from './letter-pen.ts';
import { lastDay, letterLanguage } from './letter-words.ts';

export const MARGIN = 58;
const QR = 150;

export interface Place {
  readonly envelope: number;
  readonly inEnvelope: number;
  readonly ofEnvelope: number;
  readonly letter: number;
  readonly letters: number;
}

/** One person's letter on one page. False when the name has to be written by hand. */
export function letterPage(pen: Pen, job: LetterJob, person: MadeSlip, place: Place): boolean {
  const { doc } = pen;
  const { words, locale, missing, link } = letterLanguage(person.locale);
  const width = doc.page.width - 2 * MARGIN;
  const address = slipAddress(job.origin, person.slip, link);
  const section = pen.section(locale, `${words.title}: ${person.name}`);
  const add = (tag: string, draw: () => void, options: { alt?: string; actual?: string } = {}) => section.add(doc.struct(tag, options, draw));
  const paragraph = (text: string, size = 12.5) => add('P', () => void pen.write(text, size, { width, x: MARGIN }));
  const heading = (text: string) => {
    doc.y += 12;
    add('H2', () => void pen.write(text, 15, { weight: 'bold', width, x: MARGIN }));
    doc.y += 2;
  };

  doc.y = MARGIN - 14;
  add('P', () => void pen.write(words.envelope(place.envelope, place.inEnvelope, place.ofEnvelope), 10.5, { width, x: MARGIN, align: 'right' }));
  doc.y = MARGIN - 14;
  add('P', () => void pen.write(job.school, 10.5, { width: width * 0.62, x: MARGIN }));
  add('P', () => void pen.write(job.environment, 10.5, { width: width * 0.62, x: MARGIN }));
  doc.y += 14;
  add('H1', () => void pen.write(words.title, 26, { weight: 'bold', width, x: MARGIN }));
  doc.y += 4;
  paragraph(words.forPerson);
  let named = true;
  const picture = pen.covers(person.name) ? {} : { actual: person.name };
  add('P', () => void (named = pen.write(person.name, 20, { weight: 'bold', width, x: MARGIN })), picture);
  if (!named) paragraph(words.nameByHand, 10);
  doc.y += 6;
  paragraph(words.what(job.environment));
  if (missing) {
    doc.y += 4;
    add('P', () => void pen.write(missing, 12.5, { weight: 'bold', width, x: MARGIN }), pen.covers(missing) ? {} : { actual: missing });
    paragraph(words.otherLanguage(languageName(person.locale, 'en')));
  }
  heading(words.how);

  const top = doc.y + 6;
  const right = MARGIN + QR + 22;
  const beside = width - QR - 22;
  add('Figure', () => drawQr(pen, address, MARGIN, top), { alt: words.title });
  doc.y = top;
  const list = doc.struct('L');
  section.add(list);
  words.steps(`${new URL(job.origin).host}/s`).forEach((step, at) => {
    list.add(doc.struct('LI', {}, () => void pen.write(`${at + 1}. ${step}`, 12.5, { width: beside, x: right })));
    doc.y += 3;
  });
  list.end();
  doc.y = Math.max(doc.y, top + QR) + 14;

  const code = doc.y;
  pen.decoration(() => doc.roundedRect(MARGIN, code, width, 58, 6).lineWidth(1).stroke(LINE));
  doc.y = code + 8;
  add('P', () => void pen.write(words.code, 10.5, { width: width - 24, x: MARGIN + 12 }));
  add('P', () => void pen.plain('bold', 21).text(groupedSlip(person.slip), MARGIN + 12, code + 24, { width: width - 24, characterSpacing: 1.2, wordSpacing: 5, lineBreak: false }));
  doc.y = code + 62;

  heading(words.keep);
  const rules = doc.struct('L');
  section.add(rules);
  for (const rule of words.rules(lastDay(job.expiresAt, locale, job.timeZone))) {
    const bullet = doc.y;
    pen.decoration(() => doc.circle(MARGIN + 3, bullet + 7.5, 2).fill(LINE));
    doc.y = bullet;
    rules.add(doc.struct('LI', {}, () => void pen.write(rule, 12, { width: width - 16, x: MARGIN + 16 })));
    doc.y += 4;
  }
  rules.end();

  doc.y = doc.page.height - MARGIN + 12;
  paragraph(words.count(place.letter, place.letters), 9.5);
  section.end();
  return named;
}

function drawQr(pen: Pen, text: string, x: number, y: number): void {
  const { path, size } = qrPath(text);
  pen.doc.save().translate(x, y).scale(QR / size).path(path).fill('#000000').restore();
}
