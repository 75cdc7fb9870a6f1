import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What Emscripten's file system over Node's looks like from here; its types are not published. */
interface Stream { readonly node: { readonly mode: number }; readonly nfd?: number }
interface NodeFsType {
  realPath(node: Stream['node']): string;
  stream_ops: { fsync?(stream: Stream): number };
}
interface EmscriptenModule { FS: { isDir(mode: number): boolean; filesystems: Record<string, NodeFsType> } }

/**
 * Makes PostgreSQL's fsync reach the disk. As shipped, the embedded engine's `fsync` does nothing: it survives a
 * killed process but not a power cut. Directories are synced too, so that a new file's name is as durable as its bytes.
 */
export class DurableFileSystem extends NodeFS {
  readonly #sync: (file: number) => void;

  constructor(folder: string, sync: (file: number) => void = fdatasyncSync) {
    super(folder);
    this.#sync = sync;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const add = (module: unknown) => addSync(module as EmscriptenModule, this.#sync);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), add] } };
  }
}

function addSync({ FS }: EmscriptenModule, sync: (file: number) => void): void {
  const nodeFs = FS.filesystems['NODEFS'];
  if (nodeFs === undefined) throw new Error('the embedded engine has no NODEFS: its files could not be made durable');
  nodeFs.stream_ops.fsync = (stream) => {
    if (FS.isDir(stream.node.mode)) syncFolder(nodeFs.realPath(stream.node));
    else if (stream.nfd !== undefined) sync(stream.nfd);
    return 0;
  };
}

export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** What the engine starts with: its own list without `-F`, which would turn fsync off again. */
export function durableStart(shipped: typeof PGlite.defaultStartParams): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'max_wal_size=128MB', 'min_wal_size=32MB'];
  return [...shipped.filter((param) => param !== '-F'), ...settings.flatMap((setting) => ['-c', setting])];
}
