import { describe, expect, it } from 'vitest';
import type { StudentName } from './seat-labels.ts';
import { knownStudents, ofStudents, wholeNamesIn } from './whole-names.ts';

const student = (personId: string, given: string, family: string): StudentName => ({ personId, given, family });
const JOSE = student('j', 'José Luis', 'Peña Ruiz');
const found = (text: string, ...students: StudentName[]) => wholeNamesIn(text, knownStudents(students)).map(({ personIds, start, end }) => `${text.slice(start, end)}:${personIds.join()}`);

describe('a student called by given and family name is found in words that everybody reads (EC 49073.2)', () => {
  it('in either order, by some of their names or all, whatever the case, the accents and the initials', () => {
    expect(found('That José Luis Peña Ruiz be thanked', JOSE)).toEqual(['José Luis Peña Ruiz:j']);
    expect(found('jose pena; PEÑA RUIZ, JOSÉ LUIS; Jose\u0301 Ruiz', JOSE)).toEqual(['jose pena:j', 'PEÑA RUIZ, JOSÉ LUIS:j', 'Jose\u0301 Ruiz:j']);
    expect(found('José L. Peña’s and Luis R Peña-Ruiz', JOSE)).toEqual(['José L. Peña:j', 'Luis R Peña-Ruiz:j']);
    expect(found('Wu Li, Li Wu', student('w', 'Li', 'Wu'))).toEqual(['Wu Li:w', 'Li Wu:w']);
    expect(found('今天王小明同学发言。', student('w', '小明', '王'))).toEqual(['王小明:w']);
    expect(found('Ana Lee', student('a', 'Ana', 'Lee'), student('b', 'Ana', 'Lee'))).toEqual(['Ana Lee:a,b']);
  });

  it('but not by a word that may be anybody or anything', () => {
    expect(found('By April, in May, the Park Street gate and Mr. Peña', student('a', 'April', 'Park'), student('m', 'May', 'Street'), JOSE)).toEqual([]);
    expect(found('Ana de, de la, Ana la', student('a', 'Ana', 'de la Cruz'))).toEqual([]);
    expect(found('José spoke. Peña did not; José\nPeña', JOSE)).toEqual([]);
    expect(found('Joséphine Peñaranda', JOSE)).toEqual([]);
    expect(found('', JOSE, student('x', '', ''), student('y', 'Ana', ''))).toEqual([]);
  });

  it('nor where an adult who sits in the body is called so and no such student sits there', () => {
    const text = 'Elect Ana Ruiz, not Ana Ruiz Peña.';
    const names = wholeNamesIn(text, knownStudents([student('s', 'Ana', 'Ruiz')]));
    const of = (...members: [personId: string, name: string, isStudent: boolean][]) =>
      ofStudents(text, names, members.map(([personId, name, isStudent]) => ({ personId, name, student: isStudent }))).map(({ start, end }) => text.slice(start, end));
    expect(of()).toEqual(['Ana Ruiz', 'Ana Ruiz']);
    expect(of(['t', 'Ruiz, Ana', false])).toEqual([]);
    expect(of(['t', 'Ana Ruiz Peña', false])).toEqual(['Ana Ruiz']);
    expect(of(['t', 'Ana Ruiz', false], ['s', 'Ana Ruiz', true])).toEqual(['Ana Ruiz', 'Ana Ruiz']);
  });
});
