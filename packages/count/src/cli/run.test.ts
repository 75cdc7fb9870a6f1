import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedCount } from './answer.ts';
import { METHODS } from './arguments.ts';
import { runCount } from './run.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const run = (args: string, text = '') => runCount([...args.split(' '), 'votes'], () => bytes(text));
const json = (args: string, text: string) => {
  const { code, out, err } = run(`${args} --json`, text);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as PrintedCount;
};
const fault = (method: string, text: string) => {
  const { code, out, err } = run(`--method ${method} --json`, text);
  expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 1, out: '', lines: 2 });
  return err.trim();
};

const WARD = ['3 1', '3 1 0', '2 2 3 0', '2 3 2 0', '0', '"Ana"', '"Ben"', '"Cho"', '"Ward"', ''].join('\n');
const names = '"A"\n"B"\n"C"\n"T"\n';

describe('a BLT file', () => {
  it.each([
    ['as usual', WARD],
    ['with CRLF', WARD.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${WARD}`],
    ['without a last line end', WARD.trimEnd()],
    ['with comments, tabs and empty lines', `# a ward\n\n${WARD.replace('2 2 3 0', '\n  2\t2 3  0   # two of them')}# end\n`],
    ['with one line per paper, in another order', WARD.replace('3 1 0', '1 1 0').replace('2 2 3 0', '1 2 3 0\n1 1 0\n1 2 3 0\n1 1 0')],
    ['with names on one line', WARD.replace('"Ana"\n"Ben"\n', '"Ana" "Ben" ')],
  ])('%s says the same', (_, text) => {
    const counted = json(`--method scottish-stv --seed ab`, text);
    expect(counted).toMatchObject({ seats: 1, ballots: 7, quota: '4', stages: [{ tallies: { 1: '3.00000', 2: '2.00000', 3: '2.00000' } }, {}] });
    expect(counted.elected).toHaveLength(1);
  });

  it('may hold quotes, backslashes and spaces in names', () => {
    const { out } = run('--method scottish-stv', '3 1\n4 2 0\n0\n"Ana \\"Nan\\" O\'Hara"\n"Ben ""B"" \\\\"\n""\n"Room #5"');
    expect(out).toContain('Room #5\n');
    expect(out).toContain('  Ana "Nan" O\'Hara  0.00000\n  Ben "B" \\         4.00000\n  3                 0.00000\n');
  });

  it('with withdrawals passes over whoever withdrew, and names what is left without a choice', () => {
    const { code, out, err } = run('--method scottish-stv --json', `3 1\n-2\n3 2 1 0\n2 3 0\n4 2 0\n5 0\n0\n${names}`);
    expect({ code, err }).toEqual({ code: 0, err: 'note: papers that name nobody who stands, not counted: 9\n' });
    expect(JSON.parse(out)).toMatchObject({ ballots: 5, quota: '3', elected: [1], stages: [{ tallies: { 1: '3.00000', 3: '2.00000' } }] });
  });

  it.each([
    ['nothing', '', 1, 'the first line is not'],
    ['comments alone', '# nothing\n', 1, 'the first line is not'],
    ['words', 'three 1\n', 1, 'the first line is not'],
    ['half a header', '3\n', 1, 'the first line is not'],
    ['no candidates', '0 1\n0\n', 1, 'there are 1 to'],
    ['no seat', '3 0\n0\n', 1, 'at least one seat'],
    ['no end of papers', '3 1\n3 1 0\n', 2, 'ends before the line 0'],
    ['a paper without 0', '3 1\n3 1 0\n3 1 2\n0\n', 3, 'does not end with 0'],
    ['a weight alone', '3 1\n3\n0\n', 2, 'does not end with 0'],
    ['two papers in a line', '3 1\n3 1 0 2 2 0\n0\n', 2, 'something follows the 0'],
    ['a weight of nothing', '3 1\n0 1 0\n0\n', 2, 'weight of a paper'],
    ['half a paper', '3 1\n1.5 1 0\n0\n', 2, 'whole numbers'],
    ['a candidate too many', '3 1\n# c\n1 4 0\n0\n', 3, 'who is not there; there are 3'],
    ['a candidate twice', '3 1\n1 2 1 2 0\n0\n', 2, 'twice'],
    ['equal ranks', '3 1\n1 1=2 0\n0\n', 2, 'whole numbers'],
    ['a number past counting', '3 1\n99999999999999999999 1 0\n0\n', 2, 'whole numbers'],
    ['more papers than can be counted', `3 1\n9007199254740991 1 0\n9007199254740991 2 0\n0\n${names}`, 3, 'more papers than'],
    ['a withdrawal of nobody', '3 1\n-4\n0\n', 2, 'who withdraws'],
    ['a withdrawal in words', '3 1\n-x\n0\n', 2, 'a withdrawal is -n'],
    ['a name without quotes', '3 1\n1 1 0\n0\n"A"\nB\n"C"\n', 5, 'names in quotes'],
    ['an open quote', '3 1\n1 1 0\n0\n"A"\n"B\n"C"\n', 5, 'never closed'],
    ['something after a quote', '3 1\n1 1 0\n0\n"A"x\n', 4, 'follows a closing quote'],
    ['too few names', '3 1\n1 1 0\n0\n"A"\n"B"\n', 5, '3 candidates, but only 2 names'],
    ['too many texts', `3 1\n1 1 0\n0\n${names}"a"\n"b"\n"c"\n`, 10, 'more texts'],
  ])('with %s is refused', (_, text, line, words) => {
    expect(fault('scottish-stv', text)).toMatch(new RegExp(`^votes:${line}: .*${words}`));
  });

  it('of any bytes is counted or refused in one line', () => {
    const piece = fc.constantFrom('3 1', '1 1 0', '0', '-2', '"A"', '"B"', '"C"', '#', '\uFEFF', '', ' ', '\t', '999', '1 2 3 0', '\\', '"', '1=2', '\0');
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(...METHODS), (pieces, end, method) => {
      const { code, err } = run(`--method ${method} --json`, pieces.join(end));
      expect(code === 0 || (code === 1 && /^votes:\d+: [^\n]+\n$/.test(err))).toBe(true);
    }));
  });

  it('of 200,000 kinds of papers for 60 options is counted', () => {
    let state = 1;
    const next = (below: number) => { state = (state * 48_271) % 2_147_483_647; return state % below; };
    const papers = Array.from({ length: 200_000 }, () => `1 ${[...new Set(Array.from({ length: 8 }, () => next(60) + 1))].join(' ')} 0`);
    const text = ['60 7', ...papers, '0', ...Array.from({ length: 61 }, (_, n) => `"${n}"`)].join('\n');
    expect(json('--method scottish-stv', text)).toMatchObject({ ballots: 200_000, quota: '25001', seats: 7 });
  }, 60_000);
});

describe('a lot', () => {
  it('is drawn with the seed given, or with the file itself, and is told only when there was one', () => {
    const given = json('--method scottish-stv --seed AB12', WARD);
    expect(given).toMatchObject({ seed: 'ab12'.padStart(64, '0'), lots: [{ purpose: 'EXCLUSION', stage: 1, tied: [2, 3] }] });
    const own = json('--method scottish-stv', WARD);
    expect(own.seed).toBe(createHash('sha256').update(WARD).digest('hex'));
    const clear = json('--method scottish-stv --seed ab', WARD.replace('3 1 0', '9 1 0'));
    expect(Object.keys(clear)).toEqual(['method', 'seats', 'ballots', 'quota', 'elected', 'stages']);
  });

  it('is said in words', () => {
    expect(run('--method scottish-stv --seed ab', WARD).out).toMatch(/Tie at stage 1 between Ben, Cho\. By lot: (Ben|Cho) is excluded \(seed 0+ab\)\./);
  });
});

describe('methods', () => {
  it('instant-runoff fills one seat, whatever the file says', () => {
    const { err, out } = run('--method instant-runoff --json', WARD.replace('3 1', '3 2').replace('3 1 0', '4 1 0'));
    expect(err).toBe('note: the file has 2 seats; instant-runoff fills one\n');
    expect(JSON.parse(out)).toMatchObject({ method: 'instant-runoff', seats: 1, quota: '5', elected: [1] });
  });

  it('plurality reads the first choice, or the first few', () => {
    expect(json('--method plurality', WARD)).toMatchObject({ seats: 1, ballots: 7, quota: null, elected: [1], stages: [{ stage: 0, tallies: { 1: '3.00000', 2: '2.00000', 3: '2.00000' } }] });
    expect(json('--method plurality --choices 2 --seats 2', WARD)).toMatchObject({ seats: 2, elected: [2, 3], stages: [{ tallies: { 1: '3.00000', 2: '4.00000', 3: '4.00000' } }] });
  });

  it('approval reads a paper as a set, with a limit if asked', () => {
    expect(json('--method approval --seats 2', WARD)).toMatchObject({ elected: [2, 3] });
    expect(run('--method approval --choices 1', WARD).err).toBe('votes:3: the paper names more than one option\n');
  });

  it('majority is more than half of yes and no', () => {
    const vote = (yes: number, no: number, rest = '') => `2 1\n${yes} 1 0\n${no} 2 0\n${rest}0\n"Yes"\n"No"\n"Garden?"\n`;
    expect(json('--method majority', vote(9, 8))).toMatchObject({ ballots: 17, quota: '9', elected: [1], stages: [{ tallies: { 1: '9.00000', 2: '8.00000' } }] });
    expect(json('--method majority', vote(8, 8)).elected).toEqual([]);
    expect(json('--method majority --majority 2/3 --at-least', vote(20, 10)).elected).toEqual([1]);
    expect(json('--method majority --majority 2/3', vote(20, 10)).elected).toEqual([]);
    expect(json('--method majority --base roll --roll 40', vote(20, 10)).elected).toEqual([]);
    const abstained = run('--method majority --base present', vote(9, 8, '3 0\n'));
    expect(abstained.out).toContain('Needed: more than 1/2 of 20 (all papers, abstentions included), which is 11. Reached: 9.\nNot adopted.');
    expect(fault('majority', '4 1\n0\n"A"\n"B"\n"C"\n"D"\n')).toBe('votes:1: a majority is of yes and no, with or without a third for abstentions');
    expect(fault('majority', vote(9, 8).replace('9 1 0', '9 1 2 0'))).toBe('votes:2: the paper names more than one option');
    expect(fault('majority --roll 10', vote(9, 8))).toContain('more papers than the roll');
  });

  it('score and dots read a table', () => {
    const scores = '# five at most\npapers,Art,"Music, loud",Sport\n3,5,0,2\r\n1,0,,5\n2,,,\n';
    expect(run('--method score --json', scores).err).toBe('note: papers that name nobody who stands, not counted: 2\n');
    expect(JSON.parse(run('--method score --json', scores).out)).toMatchObject({ ballots: 4, elected: [1], stages: [{ tallies: { 1: '15.00000', 2: '0.00000', 3: '11.00000' } }] });
    expect(json('--method dots --dots 6 --seats 2', 'papers;A;B;C\n2;3;3;0\n1;0;1;5')).toMatchObject({ seats: 2, elected: [1, 2] });
    expect(run('--method score', scores).out).toContain('Music, loud');
  });

  it.each([
    ['score', 'Art,Music\n1,2\n', 1, 'the first line is not'], ['score', 'papers,Art\n1,6\n', 2, 'a score is more than 5'],
    ['score', 'papers,Art\n1,2,3\n', 2, 'columns'], ['score', 'papers,Art\n0,2\n', 2, 'at least 1'], ['score', 'papers,Art\n1,x\n', 2, 'a whole number'],
    ['score --highest 3', 'papers,Art\n1,4\n', 2, 'more than 3'], ['dots', 'papers,A,B\n1,2,0\n1,2,1\n', 3, 'more than 2 dots'], ['score', 'papers,"Art\n1,2\n', 1, 'never closed'],
  ])('%s refuses a table that breaks its rule (%j)', (method, text, line, words) => {
    expect(fault(method, text)).toMatch(new RegExp(`^votes:${line}: .*${words}`));
  });
});

const PB = [
  'META', 'key;value', 'description;Fund; of the school'.replace('; of', ' of'), 'num_votes;3', 'budget;100', 'vote_type;approval',
  'PROJECTS', 'name;cost;project_id', '"Swings; and ""slides""";50;p', 'Books;50;10', 'Trees;40;9',
  'VOTES', 'voter_id;vote;age', '1;p,10;', '2;"10, p";33', '3;9', '',
].join('\n');

describe('a Pabulib file', () => {
  it('is read whatever the order of its columns, with quotes and CRLF', () => {
    for (const text of [PB, PB.replaceAll('\n', '\r\n'), `\uFEFF${PB}`]) {
      expect(json('--method budget-greedy', text)).toMatchObject({ method: 'budget-greedy', seats: null, ballots: 3, elected: ['10', 'p'], budget: { total: '100', spent: '100' } });
    }
    // Equal shares breaks its ties in the order in which JavaScript lists ids: 9, 10, p.
    expect(json('--method equal-shares', PB).budget!.steps.map(({ project }) => project)).toEqual(['10', 'p', '9']);
    expect(run('--method equal-shares', PB).out).toContain('Swings; and "slides"');
  });

  it('may hold decimals, which stay exact', () => {
    const cents = PB.replace('budget;100', 'budget;100.10').replace('Books;50;10', 'Books;50.05;10').replace(';50;p', ';50.05;p');
    expect(json('--method budget-greedy', cents)).toMatchObject({ elected: ['10', 'p'], budget: { total: '100.1', spent: '100.1' } });
    expect(json('--method budget-greedy --budget 100.09', cents)).toMatchObject({ elected: ['9', 'p'], budget: { spent: '90.05' } });
  });

  it('that says of itself what it does not hold is counted, and that is said', () => {
    const { code, err } = run('--method equal-shares --json', PB.replace('num_votes;3', 'num_votes;4'));
    expect({ code, err }).toEqual({ code: 0, err: 'note: META says num_votes 4, the file holds 3\n' });
  });

  it.each([
    ['no section', 'key;value\n', 1, 'begins with the line META'],
    ['no votes', PB.slice(0, PB.indexOf('VOTES')), 11, 'section VOTES is missing'],
    ['a section twice', `${PB}META\n`, 17, 'stands twice'],
    ['another type of votes', PB.replace('approval', 'cumulative'), 6, 'only votes of the type approval'],
    ['no type of votes', PB.replace('vote_type;approval', 'x;y'), 1, 'only votes of the type approval'],
    ['no budget', PB.replace('budget;100', 'x;y'), 1, 'names no budget'],
    ['a budget in words', PB.replace('budget;100', 'budget;much'), 5, 'an amount of money'],
    ['a cost with a comma', PB.replace(';50;10', ';50,5;10'), 10, 'an amount of money'],
    ['a cost below nothing', PB.replace(';50;10', ';-50;10'), 10, 'an amount of money'],
    ['a cost past counting', PB.replace(';50;10', ';99999999999999999;10'), 10, 'too large'],
    ['a project twice', PB.replace(';40;9', ';40;10'), 11, 'stands twice'],
    ['a project without an id', PB.replace(';40;9', ';40;'), 11, 'no project_id'],
    ['no column of costs', PB.replace('name;cost;', 'name;price;'), 8, 'the column cost is missing'],
    ['an unknown project in a vote', PB.replace('1;p,10;', '1;p,11;'), 14, 'not listed'],
    ['a project twice in a vote', PB.replace('1;p,10;', '1;p,p;'), 14, 'names a project twice'],
    ['a voter twice', PB.replace('3;9', '2;9'), 16, 'voter_id stands twice'],
    ['a line cut short', PB.replace('3;9', '3'), 16, 'columns'],
    ['a line too long', PB.replace('3;9', '3;9;;;'), 16, 'columns'],
    ['an open quote', PB.replace('3;9', '3;"9'), 16, 'never closed'],
  ])('with %s is refused', (_, text, line, words) => {
    expect(fault('equal-shares', text)).toMatch(new RegExp(`^votes:${line}: .*${words}`));
  });
});

describe('usage', () => {
  it.each([
    ['', 'no method'], ['--method', 'needs a value'], ['--method borda', 'method is not known'], ['--method majority --sneak', 'not known'],
    ['--method scottish-stv --seats 0', '--seats'], ['--method scottish-stv --seats x', '--seats'], ['--method majority --seats 2', '--seats is not for majority'],
    ['--method instant-runoff --seats 2', 'one seat'], ['--method scottish-stv --seed xyz', 'hexadecimal'], ['--method majority --majority 3/2', 'a share'],
    ['--method majority --base all', '--base'], ['--method majority --base roll', 'needs --roll'], ['--method equal-shares --complete add1', '--complete'],
    ['--method budget-greedy --complete greedy', 'not for budget-greedy'], ['--method score --json --json', 'twice'], ['--method score other', 'one file'],
  ])('"%s" is wrong', (args, words) => {
    const { code, out, err } = runCount([...args.split(' ').filter(Boolean), 'votes'].filter((_, n, all) => args !== '--method' || n < all.length - 1), () => { throw new Error('no file is read'); });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`${words}.*\nusage: count --method `));
  });

  it('without a file is wrong, with one that cannot be read fails', () => {
    expect(runCount(['--method', 'majority'], () => bytes('')).code).toBe(2);
    expect(runCount(['--method=majority', 'gone'], () => { throw new Error('ENOENT'); })).toEqual({ code: 1, out: '', err: 'gone: the file cannot be read\n' });
  });
});
