/**
 * The order of the candidates on every ballot paper, in every language (rule 22): by the hexadecimal SHA-256 of the
 * recorded seed, a colon, and the nomination's id. Whoever has the seed draws the same order again.
 */
export function drawOrder(nominationIds: readonly string[], seed: string, sha256: (text: string) => string): string[] {
  return nominationIds.map((id) => ({ id, draw: sha256(`${seed}:${id}`) }))
    .sort((a, b) => (a.draw < b.draw ? -1 : a.draw > b.draw ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
