import { join } from 'node:path';
import { bucketStore, type Bucket } from './bucket-store.ts';
import { diskStore } from './disk-store.ts';
import type { FileStore } from './file-store.ts';

export type FilesPlace = { readonly folder: string } | { readonly bucket: Bucket };

/** The store that the configuration names; what arrives for a bucket waits in the data directory. */
export const openFileStore = (place: FilesPlace, dataDir: string): FileStore =>
  ('folder' in place ? diskStore(place.folder) : bucketStore(place.bucket, join(dataDir, 'incoming')));
