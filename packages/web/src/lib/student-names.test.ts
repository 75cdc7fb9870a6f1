import { expect, it } from 'vitest';
import { namedIn, nameTyped, withNamesKept, withSeats } from './student-names.ts';

const faults = [
  { field: 'text', code: 'STUDENT_NAMED', about: ['en:5:12:Student 1', 'en:17:24:a student', 'es:0:7:Estudiante 1'] },
  { field: 'immediate', code: 'STUDENT_NAMED', about: [':0:7:Student 1'] },
  { field: 'text', code: 'TOO_LONG', about: [] },
];

it('words that name students are taken again with their seats, or as they are', () => {
  const input = { kind: 'URGENCY', text: [{ locale: 'en', text: 'That Ana Lee and Leo Paz go.' }, { locale: 'es', text: 'Ana Lee' }], immediate: 'Ana Lee waits.', memberId: null };
  const named = namedIn(faults);
  expect(named.map((each) => nameTyped({ id: 'x', input }, each))).toEqual(['Ana Lee', 'Leo Paz', 'Ana Lee', 'Ana Lee']);
  expect(withSeats({ id: 'x', input }, named)).toEqual({
    id: 'x', input: { ...input, text: [{ locale: 'en', text: 'That Student 1 and a student go.' }, { locale: 'es', text: 'Estudiante 1' }], immediate: 'Student 1 waits.' },
  });
  expect(withNamesKept({ id: 'x', input })).toEqual({ id: 'x', input: { ...input, keepNames: true } });
});

it('also where an act has no input, and never what it does not know', () => {
  const named = namedIn([{ field: 'to', code: 'STUDENT_NAMED', about: [':3:10:Student 1', 'nonsense'] }]);
  expect(named).toHaveLength(1);
  expect(withSeats({ motionId: 'm', to: 'to Ana Lee' }, named)).toEqual({ motionId: 'm', to: 'to Student 1' });
  expect(nameTyped({ motionId: 'm', to: 'to Ana Lee' }, named[0]!)).toBe('Ana Lee');
  expect(withNamesKept({ motionId: 'm' })).toEqual({ motionId: 'm', keepNames: true });
  expect(nameTyped({}, named[0]!)).toBe('');
});
