import { type FileHandle, open } from 'node:fs/promises';
import yauzl from 'yauzl';
import type { FileKind, RefusedKind } from './file-kinds.ts';

/** Bytes at the start of a file, at an offset. */
interface Magic { readonly bytes: string; readonly at?: number; readonly kind: FileKind | RefusedKind }

const MAGIC: readonly Magic[] = [
  { bytes: '%PDF-', kind: 'PDF' },
  { bytes: '\x89PNG\r\n\x1a\n', kind: 'PNG' },
  { bytes: '\xff\xd8\xff', kind: 'JPEG' },
  { bytes: 'WEBP', at: 8, kind: 'WEBP' },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', kind: 'OLD_OFFICE' },
  { bytes: '{\\rtf', kind: 'RTF' },
  { bytes: 'GIF8', kind: 'GIF' },
  { bytes: 'MZ', kind: 'PROGRAM' },
  { bytes: '\x7fELF', kind: 'PROGRAM' },
  { bytes: '\xcf\xfa\xed\xfe', kind: 'PROGRAM' },
  { bytes: '\xca\xfe\xba\xbe', kind: 'PROGRAM' },
  { bytes: '#!', kind: 'SCRIPT' },
  { bytes: '\x1f\x8b', kind: 'ARCHIVE' },
  { bytes: 'Rar!', kind: 'ARCHIVE' },
  { bytes: '7z\xbc\xaf', kind: 'ARCHIVE' },
];

const HEAD = 512;

/** What the file at `at` is, by what is in it; its name is nobody's word. Reads it in pieces. */
export async function detectKind(at: string): Promise<FileKind | RefusedKind> {
  const file = await open(at);
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, HEAD, 0);
    const start = head.toString('latin1', 0, bytesRead);
    const known = MAGIC.find(({ bytes, at: offset = 0 }) => start.startsWith(bytes, offset));
    if (known !== undefined) return known.kind === 'WEBP' && !start.startsWith('RIFF') ? 'OTHER' : known.kind;
    if (start.startsWith('ftyp', 4)) return /^(hei|hev|mif|msf|avi[fs])/.test(start.slice(8, 12)) ? 'HEIC' : 'FILM';
    if (start.startsWith('PK\x03\x04')) return await kindOfZip(at);
    if (/^(\xef\xbb\xbf|\s)*<[!?a-z]/i.test(start)) return 'MARKUP';
    return await isText(file) ? 'TEXT' : 'OTHER';
  } finally {
    await file.close();
  }
}

/** No control code but those of lines and tabs: UTF-8, or what spreadsheets write in the alphabet of their country. */
async function isText(file: FileHandle): Promise<boolean> {
  const piece = Buffer.alloc(64 * 1024);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return at > 0;
    for (const byte of piece.subarray(0, bytesRead)) {
      if (byte < 0x20 ? byte < 0x09 || byte > 0x0d || byte === 0x0b : byte === 0x7f) return false;
    }
    at += bytesRead;
  }
}

const MAIN_PARTS: readonly (readonly [string, FileKind])[] = [['word/document.xml', 'DOCX'], ['xl/workbook.xml', 'XLSX'], ['ppt/presentation.xml', 'PPTX']];
const OPEN_DOCUMENT: Readonly<Record<string, FileKind>> = { 'application/vnd.oasis.opendocument.text': 'ODT', 'application/vnd.oasis.opendocument.spreadsheet': 'ODS' };
/** Parts in which office files carry programs. */
const MACROS = /(^|\/)vbaProject\.bin$|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i;
const MOST_PARTS = 10_000;
const LONGEST_TYPE = 100;

/** Which office file a zip is, by the names of its parts; nothing is unpacked but the word for its type. */
async function kindOfZip(at: string): Promise<FileKind | RefusedKind> {
  const zip = await yauzl.openPromise(at, { lazyEntries: true, autoClose: false }).catch(() => null);
  if (zip === null) return 'OTHER';
  try {
    const names = new Set<string>();
    let type = '';
    if (zip.entryCount > MOST_PARTS) return 'ARCHIVE';
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName);
      if (entry.fileName === 'mimetype' && names.size === 1 && entry.compressionMethod === 0 && entry.uncompressedSize <= LONGEST_TYPE) {
        for await (const bytes of await zip.openReadStreamPromise(entry)) type += String(bytes);
      }
    }
    const kind = OPEN_DOCUMENT[type] ?? (names.has('[Content_Types].xml') ? MAIN_PARTS.find(([part]) => names.has(part))?.[1] : undefined);
    if (kind === undefined) return 'ARCHIVE';
    return [...names].some((name) => MACROS.test(name)) ? 'MACROS' : kind;
  } catch {
    return 'OTHER';
  } finally {
    zip.close();
  }
}
