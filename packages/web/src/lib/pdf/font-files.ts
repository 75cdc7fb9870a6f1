import atkinson4 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff?url';
import atkinson7 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff?url';
import atkinsonExt4 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-400-normal.woff?url';
import atkinsonExt7 from '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff?url';
import armenian4 from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-400-normal.woff?url';
import armenian7 from '@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-700-normal.woff?url';
import korean4 from '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff?url';
import korean7 from '@fontsource/noto-sans-kr/files/noto-sans-kr-korean-700-normal.woff?url';
import cyrillic4 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillic7 from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import cyrillicExt4 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url';
import cyrillicExt7 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff?url';
import greek4 from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import greek7 from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url';
import latin4 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latin7 from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latinExt4 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import latinExt7 from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url';
import vietnamese4 from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';
import vietnamese7 from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url';
import type { LoadFont } from './typeface.ts';

/** Where each font of typeface.ts lies; each is fetched only when a letter of it is needed. */
const FONT_FILES: Readonly<Record<string, string>> = {
  'atkinson-hyperlegible-latin-400': atkinson4, 'atkinson-hyperlegible-latin-700': atkinson7,
  'atkinson-hyperlegible-latin-ext-400': atkinsonExt4, 'atkinson-hyperlegible-latin-ext-700': atkinsonExt7,
  'noto-sans-armenian-armenian-400': armenian4, 'noto-sans-armenian-armenian-700': armenian7,
  'noto-sans-kr-korean-400': korean4, 'noto-sans-kr-korean-700': korean7,
  'noto-sans-cyrillic-400': cyrillic4, 'noto-sans-cyrillic-700': cyrillic7,
  'noto-sans-cyrillic-ext-400': cyrillicExt4, 'noto-sans-cyrillic-ext-700': cyrillicExt7,
  'noto-sans-greek-400': greek4, 'noto-sans-greek-700': greek7,
  'noto-sans-latin-400': latin4, 'noto-sans-latin-700': latin7,
  'noto-sans-latin-ext-400': latinExt4, 'noto-sans-latin-ext-700': latinExt7,
  'noto-sans-vietnamese-400': vietnamese4, 'noto-sans-vietnamese-700': vietnamese7,
};

/** @throws Error naming the font that did not come. */
export const fetchFont: LoadFont = async (name) => {
  const answer = await fetch(FONT_FILES[name]!);
  if (!answer.ok) throw new Error(`font ${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};
