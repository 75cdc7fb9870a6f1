import QRCode from 'qrcode';

/**
 * A QR code as an SVG path with one unit per module, dark modules of a row joined: sharp at any size
 * and a fraction of an image's bytes. Level M survives a fold across the letter.
 */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const strokes: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column < modules.size && modules.get(row, column)) column++;
      strokes.push(`M${from} ${row}h${column - from}v1h${from - column}z`);
    }
  }
  return { path: strokes.join(''), size: modules.size };
}
