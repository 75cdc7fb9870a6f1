import { expect, it } from 'vitest';
import { FormFault } from '../../lib/send-form.ts';
import { kindIn, limitIn, sizeIn, titleOf } from './paper-words.ts';
import { fitted, LONGEST_SIDE } from './scale-photo.ts';
import { fileFault } from './upload-file.ts';

it('makes a photo no longer than a notice needs to be read, and never larger', () => {
  expect(fitted(4032, 3024, LONGEST_SIDE)).toEqual({ width: 1600, height: 1200 });
  expect(fitted(3024, 4032, LONGEST_SIDE)).toEqual({ width: 1200, height: 1600 });
  expect(fitted(800, 600, LONGEST_SIDE)).toEqual({ width: 800, height: 600 });
  expect(fitted(20_000, 1, LONGEST_SIDE)).toEqual({ width: 1600, height: 1 });
});

it('calls a paper what people called its file, and says what it is and how large', () => {
  expect(titleOf('Presupuesto_2027  final.pdf')).toBe('Presupuesto 2027 final');
  expect(titleOf('.pdf')).toBe('.pdf');
  expect(kindIn('Plan.v2.docx')).toBe('DOCX');
  expect(sizeIn('en', 1_250_000)).toBe('1.3 MB');
  expect(sizeIn('es', 400)).toBe('1 kB');
  expect(limitIn('en', 20 * 1024 ** 2)).toBe('20 MB');
});

it('tells what the server said against a file from every other fault', () => {
  expect(fileFault(new FormFault('BAD_INPUT', 415, { rule: 'KIND', found: 'HEIC', allowed: ['jpg'], most: 5 }))).toEqual({ rule: 'KIND', found: 'HEIC', allowed: ['jpg'], most: 5 });
  expect(fileFault(new FormFault('THROTTLED', 429, { rule: 'UNUSED_FILES' }))).toBeNull();
  expect(fileFault(new Error('x'))).toBeNull();
});
