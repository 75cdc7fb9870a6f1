/** What a file is, by its ending, as people know it. */
export const kindIn = (fileName: string): string => (/\.(\w+)$/.exec(fileName)?.[1] ?? '').toUpperCase();

/** A size in the units people know from their phones. */
export function sizeIn(locale: string, bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', Math.max(1, bytes / 1000)] as const : ['megabyte', bytes / 1_000_000] as const;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 }).format(size);
}

/** A limit, rounded down to what nobody is refused for. */
export const limitIn = (locale: string, bytes: number): string => sizeIn(locale, bytes < 1_000_000 ? bytes : Math.floor(bytes / 1_000_000) * 1_000_000);

/** What a paper is called before anybody says so: its file's name, made readable. */
export const titleOf = (fileName: string): string => fileName.replace(/\.\w{1,10}$/, '').replaceAll(/[_\s]+/g, ' ').trim().slice(0, 200) || fileName;
