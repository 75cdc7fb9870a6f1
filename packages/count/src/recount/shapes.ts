/** Guards for values that came out of JSON and may be anything. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}

export function isListOf<T>(holds: (each: unknown) => each is T, value: unknown): value is T[] {
  return Array.isArray(value) && value.every(holds);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isShareOf(value: Record<string, unknown>): boolean {
  return isWhole(value['numerator']) && isWhole(value['denominator']) && value['numerator'] > 0 && value['numerator'] <= value['denominator'];
}

export function isQuorum(value: unknown): boolean {
  if (!isMap(value)) return false;
  if (value['kind'] === 'COUNT') return isWhole(value['count']);
  return value['kind'] === 'NONE' || (value['kind'] === 'SHARE_OF_ROLL' && isShareOf(value));
}

export function isMajority(value: unknown): boolean {
  return isMap(value) && isShareOf(value) && isOneOf(['CAST', 'PRESENT', 'ROLL'], value['base']) && typeof value['atLeast'] === 'boolean';
}
