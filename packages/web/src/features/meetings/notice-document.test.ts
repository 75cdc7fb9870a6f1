// @vitest-environment node
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalog } from '../../i18n/catalogs.ts';
import type { Locale } from '../../i18n/locales.ts';
import { writeAndRead } from '../../lib/pdf/pdf.testing.ts';
import type { Item, Meeting } from './meeting.ts';
import { noticeDocument } from './notice-document.ts';

const said = (locale: string, text: string) => ({ __typename: 'LocalizedText' as const, locale, text });
const both = (en: string, es: string) => [said('en', en), said('es', es)];
const item = (parts: Partial<Item>) => ({ depth: 0, parentId: null, intent: 'ACTION', minutesPlanned: 20, presenter: 'Արամ', description: both('What it is.', 'Qué es.'), rationale: [], standing: { may: 'ACTION' }, papers: [], ...parts }) as Item;
const meeting = (parts: Partial<Meeting> = {}): Meeting => ({
  id: 'm', state: 'NOTICED', kind: 'REGULAR', startsAt: '2027-01-15T01:30:00.000Z', endsAt: '2027-01-15T03:00:00.000Z', onlineUrl: 'https://meet.school.test/a', interpretation: ['hy'], childcare: true, changed: false, noticeHours: 72,
  title: both('January meeting', 'Reunión de enero'), place: both('Library', 'Biblioteca'), cancelReason: null,
  body: { id: 'b', meetingLaw: 'GREENE', name: both('School Site Council', 'Consejo escolar') },
  environment: { id: 'e', name: 'Harbor', timeZone: 'America/Los_Angeles', requiredLocales: ['en', 'es'], school: { id: 's', name: 'Mark Twain' } },
  agenda: [
    item({ id: '1', label: '1', title: both('Plan for students', 'Plan para los estudiantes'), rationale: both('It helps reading.', 'Ayuda a leer.'), papers: [{ title: 'Plan.pdf', late: false, availableAt: null }, { title: 'Tabla', late: true, availableAt: '2027-01-14T01:30:00.000Z' }] as unknown as Item['papers'] }),
    item({ id: '2', label: '1.1', parentId: '1', depth: 1, intent: 'DISCUSSION', minutesPlanned: null, presenter: null, title: [said('en', 'Draft of chapter one')] }),
    item({ id: '3', label: '2', title: both('Budget', 'Presupuesto'), standing: { may: 'DISCUSSION_ONLY', reason: 'LISTED_TOO_LATE', neededBy: '2027-01-12T01:30:00.000Z' } as Item['standing'] }),
  ],
  notices: [{ number: 2, postedAt: '2027-01-10T20:00:00.000Z', meetingLaw: 'GREENE' }], ...parts,
}) as Meeting;

const read = async (locale: Locale, parts?: Partial<Meeting>) => {
  const { pages, ...rest } = await writeAndRead(noticeDocument(meeting(parts), locale, await catalog('meetings', locale)));
  return { ...rest, words: pages.join('\n').replace(/\s+/g, ' ') };
};

it('says in Spanish all that hangs, tagged and named, with what is in another language marked', async () => {
  const { bytes, words, title, tags, sizes } = await read('es');
  if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], bytes);
  expect(title).toBe('Consejo escolar: Reunión de enero');
  for (const each of [
    'Mark Twain · Harbor', 'Consejo escolar', 'Reunión ordinaria', 'jueves, 14 de enero de 2027, 5:30 p.m.', 'Biblioteca', 'https://meet.school.test/a', 'armenio', 'Agenda',
    '1 Plan para los estudiantes (', 'Qué es.', 'Ayuda a leer.', '1.1 Draft of chapter one', '2 Presupuesto', 'Արամ', 'Ley Greene (Código de Educación 35147)', 'Colgado aquí', 'Documentos: Plan.pdf; Tabla (llegó tarde: a la vista desde el miércoles, 13 de enero de 2027, 5:30 p.m.)', '/meetings/m', 'Página 1 de 1',
  ]) expect(words).toContain(each);
  expect(words).not.toContain('SIN PUBLICAR');
  expect(bytes.toString('latin1')).toMatch(/\/Lang \(es\)[^]*\/Lang \(en\)|\/Lang \(en\)[^]*\/Lang \(es\)/);
  expect(tags[0]).toMatch(/H1.*H2 L\(LI\(Lbl LBody\(P P P P L\(LI\(/);
  expect(sizes[0]).toEqual([0, 0, 612, 792]);
});

it('says in English that a meeting is off, and of a draft that nothing is posted, on the paper of its place', async () => {
  const off = await read('en', { state: 'CANCELLED', cancelReason: 'The roof leaks.', environment: { ...meeting().environment, timeZone: 'Europe/Madrid' } });
  expect(off.words).toContain('This meeting is canceled. The roof leaks.');
  expect(off.words).not.toContain('Anybody may speak');
  expect(off.sizes[0]![3]).toBeCloseTo(841.89);
  expect((await read('en', { notices: [] })).words).toContain('NOT POSTED');
});

it('lets no law ask for more hours than it does: what is more, the bylaws ask for', async () => {
  const special = { kind: 'SPECIAL', noticeHours: 48, notices: [{ number: 1, postedAt: '2027-01-10T20:00:00.000Z', meetingLaw: 'BROWN' }] as unknown as Meeting['notices'] } as const;
  for (const parts of [{ noticeHours: 120 }, special]) expect((await read('en', parts)).words).toContain(`The bylaws want it posted ${parts.noticeHours} hours before the meeting.`);
  expect((await read('en', { ...special, noticeHours: 24 })).words).toContain('The Brown Act (Government Code 54954.2) wants it posted 24 hours before the meeting.');
});
