import type { LetterJob } from './letter-job.ts';
import { MARGIN } from './letter-page.ts';
import { LINE, type Pen } from './letter-pen.ts';

const NUMBER = 70;

/** The first pages, for whoever fills the envelopes: one line per envelope, no codes on them. */
export function envelopeList(pen: Pen, job: LetterJob, newPage: () => void): void {
  const { doc } = pen;
  const { list } = job;
  newPage();
  const width = doc.page.width - 2 * MARGIN;
  const section = pen.section(job.locale, list.heading);
  const line = (number: string, names: readonly string[], weight: 'regular' | 'bold') => {
    if (doc.y > doc.page.height - MARGIN - 12 - 16 * Math.min(names.length, 30)) newPage();
    const top = doc.y;
    section.add(
      doc.struct('P', { actual: `${number} ${names.join(', ')}` }, () => {
        pen.write(number, 11, { weight, width: NUMBER - 8, x: MARGIN });
        doc.y = top;
        for (const name of names) pen.write(name, 11, { weight, width: width - NUMBER, x: MARGIN + NUMBER });
      }),
    );
    doc.y += 3;
    const bottom = doc.y;
    pen.decoration(() => doc.moveTo(MARGIN, bottom).lineTo(MARGIN + width, bottom).lineWidth(0.4).stroke(LINE));
    doc.y = bottom + 4;
  };
  section.add(doc.struct('H1', {}, () => void pen.write(list.heading, 20, { weight: 'bold', width, x: MARGIN })));
  section.add(doc.struct('P', {}, () => void pen.write(list.explain, 11, { width, x: MARGIN })));
  doc.y += 8;
  line(list.envelope, [list.people], 'bold');
  for (const { number, letters } of job.envelopes) line(String(number), letters.map(letter => letter.name), 'regular');
  section.end();
}
