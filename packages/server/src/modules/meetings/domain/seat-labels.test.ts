import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StudentName, namesIn } from './seat-labels.ts';
import { labelOf, labelled } from './whole-names.ts';

const student = (personId: string, given: string, family: string): StudentName => ({ personId, given, family });
const JOSE = student('j', 'José', 'Peña Ruiz');
const ANA = student('a', 'Ana', 'de la Cruz');
const found = (text: string, ...students: StudentName[]) => namesIn(text, students).map(({ personIds, start, end }) => `${text.slice(start, end)}:${personIds.join()}`);

describe('students are seats in every text that others read (EC 49073.2; rule 30)', () => {
  const seated = (...ids: string[]) => ids.map((personId) => ({ personId, name: null, student: true }));
  const said = (text: string, students: readonly StudentName[], members: ReturnType<typeof seated>, locale = 'en') =>
    labelled(text, namesIn(text, students).map((name) => ({ ...name, label: labelOf(name, locale, members) })));

  it('by the order of their seats, in the language of the text', () => {
    const members = [{ personId: 't', name: 'Pat Lee', student: false }, ...seated('x', 'y')];
    const label = (locale: string, ...personIds: string[]) => labelOf({ personIds, start: 0, end: 1 }, locale, members);
    expect([label('en', 'y'), label('es-MX', 'x'), label('en', 'z'), label('es', 'x', 'y'), label('ko', 't')]).toEqual(['Student 2', 'Estudiante 1', 'a student', 'un estudiante', 'a student']);
  });

  it('and their names are found in full or in part, whatever the case and the accents', () => {
    expect(found('José Peña Ruiz spoke.', JOSE)).toEqual(['José Peña Ruiz:j']);
    expect(found('JOSE PENA RUIZ; jose, Ruiz; Pen\u0303a', JOSE)).toEqual(['JOSE PENA RUIZ:j', 'jose:j', 'Ruiz:j', 'Pen\u0303a:j']);
    expect(found('Peña Ruiz, José said so. Peña-Ruiz too.', JOSE)).toEqual(['Peña Ruiz, José:j', 'Peña-Ruiz:j']);
    expect(found("Ana's idea, and Cruz’s", ANA)).toEqual(['Ana:a', 'Cruz:a']);
    expect(found('Søren and Lukasz O’Brien', student('s', 'Soren', 'X'), student('l', 'Łukasz', "O'Brien"))).toEqual(['Søren:s', 'Lukasz O’Brien:l']);
    expect(found('Van agreed', student('v', 'Van', 'Nguyen'))).toEqual(['Van:v']);
    expect(found('Wu Li, and Li alone', student('w', 'Li', 'Wu'))).toEqual(['Wu Li:w', 'Li:w']);
  });

  it('never inside other words, nor in the small words of a name', () => {
    expect(found('Anatomy, banana, Analy, cana; crucial', ANA)).toEqual([]);
    expect(found('The end of the day de la van del', ANA, student('d', 'Bo', 'van del Y'))).toEqual([]);
    expect(found('A plan for B', student('a', 'A', 'B'))).toEqual([]);
    expect(found('a b', student('a', '', ''), student('b', 'B', ''), student('c', '', 'A'))).toEqual([]);
  });

  it('in scripts without spaces in full', () => {
    expect(found('今天王小明同学发言。', student('w', '小明', '王'))).toEqual(['王小明:w']);
    expect(found('王小明李小红', student('w', '小明', '王'), student('l', '小红', '李'))).toEqual(['王小明:w', '李小红:l']);
    expect(found('明天', student('m', '明', ''))).toEqual([]);
    expect(found('김민수가 말했다', student('k', '민수', '김'))).toEqual(['김민수:k']);
  });

  it('with everybody who bears a name, and parts of a name no second time', () => {
    expect(found('Ana spoke, Ana Lee did not', ANA, student('b', 'Ana', 'Lee'))).toEqual(['Ana:a,b', 'Ana Lee:b']);
    expect(found('Peña\nJosé', JOSE)).toEqual(['Peña:j', 'José:j']);
  });

  it('and put as labels, where one is known', () => {
    const text = 'Ana de la Cruz thanked José; Ana Lee and Ana agreed.';
    expect(said(text, [JOSE, ANA, student('b', 'Ana', 'Lee')], seated('j', 'a')))
      .toBe('Student 2 thanked Student 1; a student and a student agreed.');
    expect(said('Nobody.', [], seated('j'))).toBe('Nobody.');
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abcdeñé'), minLength: 3, maxLength: 6 });
  it('so that nothing is left to find', () => {
    fc.assert(fc.property(letters, letters, fc.array(fc.constantFrom('given', 'family', 'other', 'glued'), { maxLength: 8 }), (given, family, parts) => {
      const one = student('x', given, family);
      const text = parts.map((part) => ({ given, family: family.toUpperCase(), other: 'zz', glued: `q${given}` })[part]).join(' ');
      const names = namesIn(text, [one]);
      expect(names.length > 0).toBe(parts.some((part) => part === 'given' || part === 'family'));
      expect(namesIn(said(text, [one], seated('x')), [one])).toEqual([]);
    }), { numRuns: 300 });
  });
});
