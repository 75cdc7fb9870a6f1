/**
 * How many of those elected should belong to each named part: of the four parent seats, two from the lower grades. It is
 * checked and explained; it never changes who is elected, for nobody voted for that.
 */
export interface ParityRule<Label extends string = string> {
  /** By option position; null belongs to no part. */
  readonly labels: readonly (Label | null)[];
  readonly parts: readonly { readonly label: Label; readonly atLeast: number; readonly atMost: number }[];
}

export interface ParityExplained<Label extends string = string> {
  readonly rule: 'PARITY';
  readonly parts: readonly { readonly label: Label; readonly atLeast: number; readonly atMost: number; readonly elected: number; readonly met: boolean }[];
  /** True when every part is met. */
  readonly met: boolean;
}

export function explainParity<Label extends string>({ labels, parts }: ParityRule<Label>, chosen: readonly number[]): ParityExplained<Label> {
  const explained = parts.map((part) => {
    const elected = chosen.filter((position) => labels[position] === part.label).length;
    return { ...part, elected, met: elected >= part.atLeast && elected <= part.atMost };
  });
  return { rule: 'PARITY', parts: explained, met: explained.every(({ met }) => met) };
}
