/** What keeps a file from being counted, with the line it is in (from 1). Nothing is counted then. */
export class FileFault extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}
