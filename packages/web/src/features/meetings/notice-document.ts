import type { Compiled } from '../../i18n/catalogs.ts';
import type { Locale } from '../../i18n/locales.ts';
import { type Block, type ListItem, paperIn, type PrintedDocument, type Span } from '../../lib/pdf/blocks.ts';
import { lastNotice, type Meeting } from './meeting.ts';
import { type SheetItem, sheetWords } from './sheet-words.ts';

/** The notice in one language, to be kept, sent or printed; what is not posted yet says so across every page. */
export function noticeDocument(meeting: Meeting, locale: Locale, catalog: Compiled): PrintedDocument {
  const words = sheetWords(meeting, locale, catalog);
  const { say } = words;
  const paragraph = (of: readonly Span[], more: { size?: 'large' | 'small'; framed?: boolean } = {}): Block[] => (of.some(({ text }) => text !== '') ? [{ kind: 'paragraph', words: of, ...more }] : []);
  const itemsOf = (parent: string | null): ListItem[] => words.agenda.filter(({ parentId }) => parentId === parent).map((item) => ({ label: item.label, blocks: [...itemBlocks(item), ...listOf(item.id)] }));
  const itemBlocks = ({ title, about, description, rationale, only, papers }: SheetItem): Block[] => [
    { kind: 'paragraph', words: [{ ...title, strong: true }, { text: ` (${about})` }] },
    ...paragraph([description]),
    ...(rationale ? paragraph([{ text: `${rationale[0]} `, strong: true }, rationale[1]]) : []),
    ...(only ? paragraph([{ text: only, strong: true }]) : []),
    ...(papers ? paragraph([{ text: papers }]) : []),
  ];
  const listOf = (parent: string | null): Block[] => {
    const items = itemsOf(parent);
    return items.length > 0 ? [{ kind: 'list', items }] : [];
  };
  const waits = lastNotice(meeting) === null || meeting.changed;
  return {
    title: `${words.body.text}: ${words.title.text}`,
    author: words.from,
    lang: locale,
    paper: paperIn(meeting.environment.timeZone),
    blocks: [
      ...paragraph([{ text: words.from }]),
      { kind: 'heading', level: 1, words: [words.body] },
      ...paragraph([{ text: words.what, strong: true }]),
      ...(words.off ? paragraph([{ text: words.off, strong: true }], { framed: true }) : []),
      ...paragraph([{ ...words.title, strong: true }], { size: 'large' }),
      ...paragraph([{ text: words.when, strong: true }], { size: 'large' }),
      ...paragraph([words.place]),
      ...(words.onlineUrl ? paragraph([{ text: words.onlineUrl }]) : []),
      ...paragraph([{ text: words.care }]),
      { kind: 'heading', level: 2, words: words.agendaTitle },
      ...listOf(null),
      ...(words.speak ? paragraph([{ text: words.speak, strong: true }]) : []),
      ...(words.reading ? paragraph([{ text: words.reading }]) : []),
      ...(words.version ? paragraph([{ text: words.version }], { size: 'small' }) : []),
      { kind: 'signature', words: words.sign },
    ],
    footer: { text: `${words.body.text} · ${words.when}`, page: say('meetings.pdf.page', { page: '{page}', pages: '{pages}' }) },
    ...(waits ? { watermark: say('meetings.pdf.notPosted') } : {}),
  };
}
