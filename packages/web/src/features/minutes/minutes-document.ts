import type { Compiled } from '../../i18n/catalogs.ts';
import { pickText, type Text } from '../../i18n/LocalText.tsx';
import type { Locale } from '../../i18n/locales.ts';
import { datesIn } from '../../i18n/use-dates.ts';
import { type Block as PrintedBlock, paperIn, type PrintedDocument, type Span } from '../../lib/pdf/blocks.ts';
import { type Block, isApproved, type Minutes, type MinutesMeeting } from './minutes.ts';

/** Minutes in one language, to be kept, sent or printed; what is not approved says so across every page. */
export function minutesDocument(meeting: MinutesMeeting, minutes: Minutes, locale: Locale, catalog: Compiled): PrintedDocument {
  const say = (key: string, args?: object) => (catalog[key]?.(args) ?? key).replace(/\.\.(?= |$)/g, '.');
  const span = (of: readonly Text[], more: Partial<Span> = {}): Span => {
    const said = pickText(of, locale);
    return { text: said?.text ?? '', ...(said && said.locale !== locale ? { lang: said.locale } : {}), ...more };
  };
  const dates = datesIn(locale, meeting.environment.timeZone);
  const name = span(meeting.body.name).text;
  const when = meeting.startsAt ? dates.day(meeting.startsAt) : '';
  const from = `${meeting.environment.school.name} · ${meeting.environment.name}`;
  const approved = isApproved(minutes);
  const state = approved && minutes.approvedAt ? say(`minutes.approved.${minutes.state}`, { when: dates.day(minutes.approvedAt) }) : say('minutes.watermark');
  return {
    title: when ? `${name}: ${say('minutes.titleOf', { when })}` : `${name}: ${say('minutes.title')}`,
    author: from,
    lang: locale,
    paper: paperIn(meeting.environment.timeZone),
    blocks: [
      { kind: 'paragraph', words: from },
      ...minutes.blocks.flatMap((block) => printed(block, span)),
      { kind: 'paragraph', words: [{ text: state, strong: true }] },
      ...(approved && minutes.hash ? [{ kind: 'paragraph', size: 'small', words: `${say('version.name', { number: minutes.number })} · ${say('proof.hash')} ${minutes.hash}` } as const] : []),
    ],
    footer: { text: [name, when].filter(Boolean).join(' · '), page: say('minutes.pdf.page', { page: '{page}', pages: '{pages}' }) },
    ...(approved ? {} : { watermark: say('minutes.watermark') }),
  };
}

function printed({ kind, level, text, lines }: Block, span: (of: readonly Text[], more?: Partial<Span>) => Span): PrintedBlock[] {
  if (kind === 'HEADING') return [{ kind: 'heading', level: (Math.min(4, Math.max(1, level)) || 1) as 1 | 2 | 3 | 4, words: [span(text)] }];
  const said = span(text);
  // A line of its own in what was typed is a paragraph of its own on paper.
  const paragraphs = said.text.split(/\n+/).filter((each) => each.trim() !== '').map((each): PrintedBlock => ({ kind: 'paragraph', words: [{ ...said, text: each, ...(kind === 'DECISION' || kind === 'VOTE' ? { strong: true } : {}) }] }));
  if (lines.length === 0) return paragraphs;
  return [...paragraphs, {
    kind: 'list',
    items: lines.map((line) => {
      const detail = span(line.detail);
      return { blocks: [{ kind: 'paragraph' as const, words: [span(line.text), ...(detail.text === '' ? [] : [{ text: ': ' }, detail])] }] };
    }),
  }];
}
