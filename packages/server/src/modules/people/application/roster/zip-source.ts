import yauzl from 'yauzl';
import { MOST_BYTES, MOST_FILES, type RosterSource, type SourceFile, UnreadableSource, isJunk } from './source.ts';

/** A text file shrinks perhaps tenfold; what shrinks a thousandfold was made to burst. */
const MOST_RATIO = 200;
const SMALL = 1024 ** 2;

/**
 * A zip's files, read in place: nothing is unpacked to disk, so no name in it can lead anywhere. Sizes are checked as
 * declared here, and again byte by byte while reading.
 */
export async function openZip(path: string, name: string): Promise<RosterSource> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
    .catch(() => { throw new UnreadableSource('UNREADABLE_FILE', name); });
  try {
    const files: SourceFile[] = [];
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || isJunk(entry.fileName)) continue;
      bytes += entry.uncompressedSize;
      const bursts = entry.uncompressedSize > SMALL && entry.uncompressedSize > MOST_RATIO * entry.compressedSize;
      if (files.length >= MOST_FILES || bytes > MOST_BYTES || bursts) throw new UnreadableSource('TOO_LARGE', name);
      files.push({
        path: entry.fileName,
        open: () => zip.openReadStreamPromise(entry).catch(() => { throw new UnreadableSource('UNREADABLE_FILE', entry.fileName); }),
      });
    }
    return { files, close: async () => { zip.close(); } };
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableSource ? error : new UnreadableSource('UNREADABLE_FILE', name);
  }
}
