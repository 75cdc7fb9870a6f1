/** A time zone in which it is about that hour now, so that a test of quiet hours runs at any time of day. */
export function zoneAt(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // The signs of these are the wrong way round: five hours behind UTC is Etc/GMT+5.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
