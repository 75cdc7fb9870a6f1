/** Words as people count them, as the server does: what stands between spaces; where a script has none, the server alone counts. */
export const wordsIn = (text: string): number => text.split(/\s+/u).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
