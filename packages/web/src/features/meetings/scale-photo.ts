/** Pixels; a notice on a board can be read in so many. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
/** Bytes under which a picture that is small enough is sent as it is. */
const SMALL = 1_000_000;

/** Width and height so that neither is longer than `most`, in the same proportion. */
export function fitted(width: number, height: number, most: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A phone's photo, small enough to send: at most {@link LONGEST_SIDE} pixels long, the right way up, and without what the
 * camera wrote into it. What this browser cannot read is sent as it is, and the server says what it is.
 */
export async function scaledPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const { width, height } = fitted(picture.width, picture.height, LONGEST_SIDE);
  if (width === picture.width && file.size <= SMALL && file.type === 'image/jpeg') {
    picture.close();
    return file;
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const drawing = canvas.getContext('2d');
  // What lies behind a transparent picture would turn black.
  if (drawing) Object.assign(drawing, { fillStyle: '#fff' }).fillRect(0, 0, width, height);
  drawing?.drawImage(picture, 0, 0, width, height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
  return blob === null ? file : new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
}
