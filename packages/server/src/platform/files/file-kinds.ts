/** What may be kept: how each kind is served, and the endings its name may have, the usual one first. */
export const FILE_KINDS = {
  PDF: { mediaType: 'application/pdf', endings: ['pdf'] },
  PNG: { mediaType: 'image/png', endings: ['png'] },
  JPEG: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  WEBP: { mediaType: 'image/webp', endings: ['webp'] },
  TEXT: { mediaType: 'text/plain', endings: ['txt'] },
  CSV: { mediaType: 'text/csv', endings: ['csv'] },
  DOCX: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  XLSX: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  PPTX: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  ODT: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ODS: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly endings: readonly string[] }>;

export type FileKind = keyof typeof FILE_KINDS;

export const ALL_KINDS = Object.keys(FILE_KINDS) as readonly FileKind[];
export const PHOTO_KINDS = ['JPEG', 'PNG', 'WEBP'] as const satisfies readonly FileKind[];

/**
 * What is recognized only to be refused by its name. MARKUP is HTML, SVG or XML, which a browser could run; OLD_OFFICE is
 * also what Office makes of a file with a password; OTHER is anything unknown.
 */
export type RefusedKind = 'MARKUP' | 'SCRIPT' | 'PROGRAM' | 'MACROS' | 'OLD_OFFICE' | 'HEIC' | 'GIF' | 'RTF' | 'ARCHIVE' | 'FILM' | 'OTHER';

/** Kinds that a browser may show by itself; all else is only saved. */
export const isShown = (mediaType: string): boolean => mediaType === 'application/pdf' || isImage(mediaType);
export const isImage = (mediaType: string): boolean => PHOTO_KINDS.some((kind) => FILE_KINDS[kind].mediaType === mediaType);
