/**
 * Given name, then family name, in one form for everybody (rule 22: candidates listed in different forms have cost
 * votes). A name typed all in capitals or all in small letters gets its capitals.
 */
export function uniformName(givenName: string | null, familyName: string | null): string {
  const name = [givenName, familyName].map((part) => (part ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim()).filter(Boolean).join(' ');
  const shouted = name === name.toUpperCase() || name === name.toLowerCase();
  return shouted && /\p{L}/u.test(name) ? name.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}
