export type Cell = string | number | boolean | Date | null;

/**
 * One line of a CSV file (RFC 4180), its end included. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV injection); numbers are as they are.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const harmless = /^[\s]*[=+\-@\t\r|％＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
