// @vitest-environment node
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PrintedDocument, paperIn } from './blocks.ts';
import { readFont, writeAndRead } from './pdf.testing.ts';
import { writePdf } from './write-pdf.ts';

const document = (blocks: PrintedDocument['blocks'], more: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Acta del consejo', author: 'Mark Twain', lang: 'es', paper: 'LETTER', blocks, footer: { text: 'Harbor', page: 'Página {page} de {pages}' }, ...more,
});
const paragraph = (words: string) => ({ kind: 'paragraph', words }) as const;

describe('a printed document', () => {
  it('is tagged, named, in its language, and says everything in the order it is read', async () => {
    const { bytes, pages, tags, title, sizes } = await writeAndRead(document([
      { kind: 'heading', level: 1, words: 'Consejo escolar' },
      { kind: 'paragraph', words: [{ text: 'Lugar:', strong: true }, { text: ' la biblioteca, ' }, { text: 'Room 12', lang: 'en' }] },
      { kind: 'list', items: [{ label: '1', blocks: [paragraph('Bienvenida'), { kind: 'list', items: [{ label: '1.1', blocks: [paragraph('Lista')] }] }] }, { blocks: [paragraph('Presupuesto')] }] },
      { kind: 'table', caption: 'Votos', columns: [{ heading: 'Miembro', share: 2 }, { heading: 'Voto', share: 1 }], rows: [['Ana Muñoz', 'A favor'], ['Łukasz Żółć', 'En contra']] },
      { kind: 'signature', words: 'Firma' },
    ], { watermark: 'BORRADOR' }));
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], bytes);
    expect(title).toBe('Acta del consejo');
    const raw = bytes.toString('latin1');
    for (const mark of [/\/Marked true/, /\/StructTreeRoot/, /\/Lang \(es\)/, /\/DisplayDocTitle true/, /\/Lang \(en\)/, /pdfuaid:part>1</, /\/Scope \/Column/]) expect(raw).toMatch(mark);
    expect(sizes).toEqual([[0, 0, 612, 792]]);
    expect(tags[0]).toBe('Root(Document(H1 P(Span) L(LI(Lbl LBody(P L(LI(Lbl LBody(P))))) LI(Lbl LBody(P))) Table(Caption THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD))) P))');
    const words = pages[0]!.replace(/\s+/g, ' ');
    let from = 0;
    for (const each of ['Consejo escolar', 'Lugar: la biblioteca, Room 12', '1', 'Bienvenida', '1.1', 'Lista', '•', 'Presupuesto', 'Votos', 'Miembro', 'Voto', 'Ana Muñoz', 'A favor', 'Łukasz Żółć', 'En contra', 'Firma', 'BORRADOR', 'Harbor', 'Página 1 de 1']) {
      const at = words.indexOf(each, from);
      expect(at, each).toBeGreaterThanOrEqual(from);
      from = at + each.length;
    }
  });

  it('goes on over pages, each with its number, and loses no word in lines, lists and rows', async () => {
    const words = Array.from({ length: 600 }, (_, at) => `w${at}`);
    const cells = Array.from({ length: 40 }, (_, at) => [`r${at}`, words.slice(0, 30).map((word) => `${word}x${at}`).join(' ')]);
    const { pages, tags } = await writeAndRead(document([
      { kind: 'heading', level: 1, words: 'Long' },
      paragraph(words.join(' ')),
      { kind: 'list', items: words.slice(0, 40).map((word) => ({ blocks: [paragraph(`item ${word}`)] })) },
      { kind: 'table', columns: [{ heading: 'Row', share: 1 }, { heading: 'Words', share: 3 }], rows: cells },
      paragraph('W'.repeat(300)),
    ], { paper: 'A4' }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => expect(page).toContain(`Página ${at + 1} de ${pages.length}`));
    const all = pages.join(' ').split(/\s+/);
    for (const word of [...words, ...cells.flatMap(([row, rest]) => [row!, ...rest!.split(' ')])]) expect(all).toContain(word);
    expect(pages.join('').replace(/\s/g, '')).toContain('W'.repeat(40));
    expect(pages.join('').match(/W/g)!.length).toBeGreaterThanOrEqual(300);
    // Whatever is on a page is in the tree of that page.
    for (const tree of tags) expect(tree).toMatch(/^Root\(Document\(/);
  });

  it('brings the letters of other scripts along', async () => {
    const { bytes, pages } = await writeAndRead(document([paragraph('Արամ Խաչատրյան'), paragraph('김민지 · 학교 위원회'), paragraph('Совет школы'), paragraph('Hội đồng nhà trường')]));
    for (const text of ['Արամ Խաչատրյան', '김민지', '학교 위원회', 'Совет школы', 'Hội đồng nhà trường']) expect(pages[0]).toContain(text);
    const fonts = new Set([...bytes.toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name));
    expect(fonts).toContain('NotoSansArmenian');
    expect(bytes.toString('latin1').match(/\/FontFile2?3? /g)!.length).toBeGreaterThanOrEqual(4);
  });

  it('refuses what it would write wrongly, and names the letters', async () => {
    expect(await writePdf(document([paragraph('مجلس'), paragraph('Consejo')]), readFont)).toMatchObject({ uncovered: expect.arrayContaining(['م']) });
    expect(await writePdf(document([paragraph('學校')]), readFont)).toMatchObject({ uncovered: ['學', '校'] });
    // Marks that nobody sees are no letters.
    expect(await writePdf(document([paragraph('\u200Ea\u202Fb\r\n\u0007c\u00AD')]), readFont)).toHaveProperty('chunks');
  });

  it('is of the paper that lies in the offices there', () => {
    expect(['America/Los_Angeles', 'Pacific/Honolulu', 'America/Mexico_City', 'Europe/Madrid', 'America/Sao_Paulo', 'America/Argentina/Ushuaia', 'UTC'].map(paperIn))
      .toEqual(['LETTER', 'LETTER', 'LETTER', 'A4', 'A4', 'A4', 'A4']);
  });
});
