const LONGEST = 120;

/**
 * The name as it is kept: the last part of a path, composed, without what a terminal, a file system or a reader could
 * stumble over (control codes, marks that turn the direction of writing, signs that Windows forbids).
 */
export function cleanName(name: string): string {
  const bare = (name.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '').replace(/[<>:"|?*]/g, '-').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(bare);
  const stem = ending === '' ? bare : bare.slice(0, -ending.length - 1);
  return ending === '' ? [...bare].slice(0, LONGEST).join('') : `${[...stem].slice(0, LONGEST - ending.length - 1).join('').trimEnd()}.${ending}`;
}

/** What stands behind the last dot, in small letters; empty where there is none. */
export const endingOf = (name: string): string => /.\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
