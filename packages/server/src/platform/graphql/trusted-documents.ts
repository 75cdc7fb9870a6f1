import { readFile } from 'node:fs/promises';

/** The documents of the house's own pages, by the SHA-256 of their text; the build of the pages writes them. */
export interface TrustedDocuments {
  readonly size: number;
  /** Text of `sha256:<64 hexadecimal digits>`; undefined when it is no page's. */
  find(documentId: string): string | undefined;
}

export function trustedDocuments(manifest: Readonly<Record<string, string>>): TrustedDocuments {
  const byId = new Map(Object.entries(manifest).map(([hash, text]) => [`sha256:${hash}`, text]));
  return { size: byId.size, find: (documentId) => byId.get(documentId) };
}

/** The manifest at `path`; none when there is no such file, as before the pages are first built. */
export async function readTrustedDocuments(path: URL): Promise<TrustedDocuments> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return trustedDocuments({});
    throw error;
  }
  return trustedDocuments(JSON.parse(json) as Record<string, string>);
}

/** What a request may ask with, on either transport. */
export interface Asked {
  readonly documentId?: unknown;
  readonly query?: unknown;
}

/** Text to execute, decided before anything is parsed; null when this server does not know or does not take it. */
export function documentText(asked: Asked, trusted: TrustedDocuments, open: boolean): string | null {
  if (asked.documentId !== undefined && asked.documentId !== null) {
    return typeof asked.documentId === 'string' ? trusted.find(asked.documentId) ?? null : null;
  }
  return open && typeof asked.query === 'string' ? asked.query : null;
}
