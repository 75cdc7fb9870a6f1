import { hex, utf8 } from '../../secret/bytes.ts';
import { scopeOf } from '../../secret/layout.ts';
import type { Definition } from '../definition.ts';
import { type Draft, edit, look, raw, recounted, saying, twoThatDiffer } from './testing.ts';
import type { Change } from './world.testing.ts';

/** Edits the definition, and the scopes too if the forger thinks of them. */
function redefined(draft: Draft, change: (definition: Definition) => void, rescope = false): void {
  const definition = JSON.parse(draft.header.definition) as Definition;
  change(definition);
  draft.header.definition = JSON.stringify(definition);
  if (!rescope) return;
  for (const { line } of draft.pools) {
    line.scope = hex(scopeOf({ ballotId: definition.ballot, constituencyId: line.pool, definition: utf8(draft.header.definition), issuerSpki: raw(line.spki) }));
  }
}
const defined = (path: string, to: unknown, code: Change['code'], told?: string): Change => ({
  name: `the definition's ${path} is edited`, code, ...(told === undefined ? {} : { told }), change: (draft) => redefined(draft, (definition) => edit(definition, path, to)),
});
const result = (path: string, to: unknown, told: string): Change => ({
  name: `the result's ${path} becomes ${JSON.stringify(to)}`, code: 'RESULT_DIFFERS', told, change: ({ header }) => edit(header.result, path, to),
});

/** Everything but votes and log: what was asked, papers, numbers, what is withheld, the result. */
export const PAPERS: readonly Change[] = [
  defined('closesAt', '2027-01-01T00:00:00.000Z', 'SCOPE'), defined('question.en', 'What else?', 'SCOPE'), defined('options.0.label', { en: 'No' }, 'SCOPE'),
  defined('constituencies.0.majority.denominator', 3, 'SCOPE'), defined('constituencies.0.quorum', { kind: 'NONE' }, 'SCOPE'), defined('environment.name', 'Another', 'SCOPE'),
  defined('method', 'BORDA', 'DEFINITION_FORM', 'method'), defined('options', [], 'DEFINITION_FORM', 'options'), defined('maxChoices', 0, 'DEFINITION_FORM', 'maxChoices'),
  defined('body', 1024, 'DEFINITION_FORM', 'body'), defined('maxRevision', 1001, 'DEFINITION_FORM', 'maxRevision'), defined('v', 2, 'DEFINITION_FORM', 'v'),
  defined('constituencies.0.majority', 'half', 'DEFINITION_FORM', 'constituencies'), defined('combine', undefined, 'DEFINITION_FORM', 'combine'),
  defined('constituencies.1.majority', null, 'CANNOT_COUNT'),
  defined('budget', { total: 5, costs: [1, 1, 0] }, 'DEFINITION_FORM', 'budget'),
  { name: 'the definition is edited and the scopes fitted', code: 'CREDENTIAL', change: (draft) => redefined(draft, (definition) => edit(definition, 'question.en', 'What else?'), true) },
  { name: 'options change places in the definition', code: 'SCOPE', change: (draft, { built }) => {
    redefined(draft, (definition) => edit(definition, 'options', definition.options.toReversed()));
    recounted(draft, { ...built, definition: JSON.parse(draft.header.definition) as Definition });
  } },
  { name: 'the definition is spelled with a space', code: 'DEFINITION_FORM', told: 'text', change: ({ header }) => { header.definition = header.definition.replace(',', ', '); } },
  { name: 'the definition names its method twice', code: 'DEFINITION_FORM', told: 'text', change: ({ header }) => { header.definition = header.definition.replace('"method"', '"method":"APPROVAL","method"'); } },
  { name: 'the key for receipts is another', code: 'CHECKPOINT_KEY', change: (draft) => redefined(draft, (definition) => edit(definition, 'receiptKey', Buffer.alloc(32, 7).toString('base64'))) },
  { name: 'the key for receipts is of small order', code: 'RECEIPT_KEY', change: (draft) => redefined(draft, (definition) => edit(definition, 'receiptKey', Buffer.alloc(32).toString('base64'))) },
  { name: 'another scope', code: 'SCOPE', change: ({ pools: [{ line }] }) => { line.scope = '12'.repeat(32); } },
  { name: 'the issuer\'s key is another', code: 'SCOPE', change: ({ pools: [{ line }] }, { built }) => {
    line.spki = Buffer.from(built.pools[0]!.issuer.spki).toString('base64').replace(/.{8}AwEAAQ==$|.{8}IDAQAB$/, (end) => `AAAA${end.slice(4)}`);
  } },
  { name: 'the issuer\'s key is another ballot\'s', code: 'CREDENTIAL', change: ({ pools: [{ line }] }, { other }) => { line.spki = Buffer.from(other.pools[0]!.issuer.spki).toString('base64'); } },
  { name: 'the issuer\'s key has exponent 3', code: 'ISSUER_KEY', change: ({ pools: [{ line }] }, { built }) => {
    const spki = built.pools[0]!.issuer.spki.slice();
    spki[spki.length - 1] = 3;
    line.spki = Buffer.from(spki).toString('base64');
  } },
  { name: 'two constituencies share an issuer\'s key', code: 'ISSUER_KEY_SHARED', change: ({ pools: [{ line }, { line: other }] }) => { other.spki = line.spki; } },
  { name: 'more voters are stated than there are', code: 'BALLOT_NUMBER', change: ({ pools: [{ line }] }) => { line.ballots! += 1; } },
  { name: 'fewer papers are stated than were used', code: 'MORE_BALLOTS_THAN_PAPERS', change: ({ pools: [{ line }] }) => { line.issued = line.ballots! + line.paper!.papers - 1; } },
  { name: 'the roll is smaller than the papers given out', code: 'MORE_PAPERS_THAN_ROLL', change: ({ pools: [{ line }] }) => { line.roll = line.issued! - 1; } },
  { name: 'the roll is larger than it was', code: 'RESULT_DIFFERS', told: 'pools[0].roll', change: ({ pools: [{ line }] }) => { line.roll += 1; } },
  { name: 'a paper ballot more in a pile', code: 'PAPER_SUM', change: ({ pools: [{ line }] }) => edit(line, 'paper.piles.0.papers', look<number>(line, 'paper.piles.0.papers') + 1) },
  { name: 'a paper ballot moved from pile to pile', code: 'RESULT_DIFFERS', told: 'votes[0]', change: ({ pools: [{ line }] }) => {
    edit(line, 'paper.piles.0.papers', look<number>(line, 'paper.piles.0.papers') + 1);
    edit(line, 'paper.piles.1.papers', look<number>(line, 'paper.piles.1.papers') - 1);
  } },
  { name: 'paper ballots for an option that is not there', code: 'PAPER_CHOICES', change: ({ pools: [{ line }] }) => edit(line, 'paper.piles.0.choices', [9]) },
  { name: 'a pile beyond any number of options', code: 'PAPER_CHOICES', change: ({ pools: [{ line }] }) => edit(line, 'paper.piles.0.choices', [70_000]) },
  { name: 'piles of paper in another order', code: 'PAPER_ORDER', change: ({ pools: [{ line }] }) => edit(line, 'paper.piles', look<unknown[]>(line, 'paper.piles').toReversed()) },
  { name: 'paper ballots are left out', code: 'RESULT_DIFFERS', told: 'papers', change: ({ pools: [{ line }] }) => { line.paper = null; } },
  { name: 'another seed', code: 'SEED', change: ({ header }) => { header.seed = '34'.repeat(32); } },
  result('outcome', 'NO_QUORUM', 'outcome'), result('papers', 81, 'papers'), result('votes.0', 99, 'votes[0]'), result('votes', [1], 'votes.length'),
  result('chosen', [0], 'chosen.length'), result('pools.0.votes.1', 0, 'pools[0].votes[1]'), result('pools.1.papers', 41, 'pools[1].papers'),
  result('pools.0.constituency', 'STUDENT', 'pools[0].constituency'), result('rules.0.reached', 41, 'rules[0].reached'), result('rules.0.needed', 1, 'rules[0].needed'),
  result('rules.2.met', null, 'rules[2].met'), result('rules.2.majority.atLeast', true, 'rules[2].majority.atLeast'), result('rules', [], 'rules.length'),
  result('votes', undefined, 'votes'), result('remark', 'all is well', 'remark'), result('papers', '80', 'papers'),
  { name: 'pools of the result change places', code: 'RESULT_DIFFERS', told: 'pools[0].constituency', change: ({ header }) => edit(header.result, 'pools', look<unknown[]>(header.result, 'pools').toReversed()) },
  { name: 'numbers of a pool are taken away without saying that it is withheld', code: 'NUMBERS_MISSING', change: ({ pools: [{ line }] }) => { line.issued = null; } },
  { name: 'a pool is withheld from the auditors', code: 'WITHHELD_FROM_AUDITORS', change: (draft) => withheld(draft, 0) },
  { name: 'votes stay closed to the auditors', code: 'CLOSED_TO_AUDITORS', change: (draft) => closed(draft, 0) },
  { name: 'a large pool is withheld from the public', kind: 'public', code: 'RESULT_DIFFERS', told: 'pools[0].papers', change: (draft) => withheld(draft, 0) },
  { name: 'votes stay closed in public that the rules open', kind: 'public', code: 'CLOSED_WITHOUT_REASON', change: (draft) => closed(draft, 0) },
  { name: 'a pool stays closed, but its piles of paper are told', kind: 'public', code: 'HALF_OPENED', change: (draft) => {
    const piles = draft.pools[0]!.line.paper;
    closed(draft, 0);
    draft.pools[0]!.line.paper = piles;
  } },
  { name: 'a withheld pool tells how many voted', kind: 'public', of: 'small', code: 'WITHHELD_TELLS', change: ({ pools }) => { pools[1]!.line.ballots = 5; } },
  { name: 'a withheld pool has votes', kind: 'public', of: 'small', code: 'WITHHELD_TELLS', change: ({ pools }) => { pools[1]!.ballots.push(pools[0]!.ballots[0]!); } },
  { name: 'a withheld pool\'s numbers stand in the result', kind: 'public', of: 'small', code: 'RESULT_DIFFERS', told: 'pools[1].papers', change: ({ header }) => edit(header.result, 'pools.1.papers', 5) },
  { name: 'a total stands in the result although a pool is withheld', kind: 'public', of: 'small', code: 'RESULT_DIFFERS', told: 'papers', change: ({ header }) => edit(header.result, 'papers', 85) },
  { name: 'a closed pool\'s turnout is edited', kind: 'public', of: 'small', code: 'RESULT_DIFFERS', told: 'pools[0].papers', change: ({ header }) => edit(header.result, 'pools.0.papers', 41) },
  { name: 'a closed pool\'s quorum is edited', kind: 'public', of: 'small', code: 'RESULT_DIFFERS', told: 'rules[0].reached', change: ({ header }) => edit(header.result, 'rules.0.reached', 26) },
  { name: 'an auditors\' bundle is handed to the public, small pool and all', of: 'small', code: 'SMALL_POOL_SHOWN', change: ({ header }) => { header.kind = 'public'; } },
  { name: 'an auditors\' bundle is handed to the public, few papers and all', of: 'small', code: 'OPEN_DESPITE_RULE', change: ({ header }) => { header.kind = 'public'; } },
  { name: 'a vote is opened where votes stay closed', kind: 'public', of: 'small', code: 'OPENED_IN_CLOSED', change: ({ pools }) => { Object.assign(pools[0]!.ballots[0]!, { salt: '00'.repeat(32), choices: saying(0) }); } },
  { name: 'a public bundle passes for the auditors\'', kind: 'public', of: 'small', code: 'WITHHELD_FROM_AUDITORS', change: ({ header }) => { header.kind = 'auditors'; } },
  { name: 'all votes say what the forger likes', code: 'COMMITMENT', change: (draft, { built }) => {
    for (const line of draft.pools[0]!.ballots) if (line.choices !== null) line.choices = twoThatDiffer(draft.pools[1]!)[0].choices;
    recounted(draft, built);
  } },
];

function withheld({ pools }: Draft, at: number): void {
  Object.assign(pools[at]!.line, { withheld: 'SMALL_POOL', issued: null, paper: null, size: null, batches: null, checkpoints: null, ballots: null });
  pools[at]!.ballots.length = 0;
}

function closed({ pools }: Draft, at: number): void {
  const { line, ballots } = pools[at]!;
  line.opened = false;
  if (line.paper !== null) line.paper = { ...line.paper, piles: null };
  for (const ballot of ballots) Object.assign(ballot, { salt: null, choices: null });
}

