import type { Check, CheckName, Fault, FaultCode, RecountReport, Told, Unchecked } from './report.ts';

/** A number with its noun: `1 vote`, `3 votes`. */
const some = (count: number | string | undefined, one: string, many = `${one}s`) => `${grouped(Number(count ?? 0))} ${Number(count) === 1 ? one : many}`;
const grouped = (count: number) => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** What a check found when nothing was wrong. */
const FINE: Record<CheckName, (told: Told) => string> = {
  FORM: ({ lines }) => `The bundle is whole: ${some(lines, 'line')}, with the fingerprint that the last line states.`,
  DEFINITION: () => 'The question, its options and its rules can be read, and each constituency stands in its place.',
  SCOPE: ({ scopes }) => `Ballot papers were made for this very question and these rules (${some(scopes, 'constituency', 'constituencies')}).`,
  ISSUER_KEYS: ({ keys }) => `Each constituency had its own key for ballot papers (${some(keys, 'key')}, of one form, so that it cannot mark papers).`,
  CREDENTIALS: ({ voters }) => `Each of ${some(voters, 'voter')} held a ballot paper signed by the school.`,
  SIGNATURES: ({ leaves }) => `Each of ${some(leaves, 'entry', 'entries')} was signed by its voter, so nobody else changed it.`,
  LEAVES: ({ leaves }) => `Each of ${some(leaves, 'entry', 'entries')} has the hash under which the log holds it, and none is there twice.`,
  REVISIONS: ({ voters, superseded }) => `Each of ${some(voters, 'voter')} counts once, with the last vote; ${some(superseded, 'earlier vote')} ${Number(superseded) === 1 ? 'was changed and stays' : 'were changed and stay'} closed.`,
  OPENINGS: ({ votes }) => `Each of ${some(votes, 'opened vote')} says what its voter signed, and answers the question.`,
  BATCHES: ({ batches }) => `Votes entered the log in ${some(batches, 'batch', 'batches')} of at least ten (but the last), so that times tell nothing.`,
  CHECKPOINTS: ({ checkpoints }) => `Each of ${some(checkpoints, 'signed checkpoint')} fits the log as it was at that moment.`,
  LOG: ({ leaves, logs }) => `The log, built again from ${some(leaves, 'entry', 'entries')}, ends in the stated root (${some(logs, 'log')}).`,
  NUMBERS: ({ ballots, paper, issued, roll }) => `${some(ballots, 'digital ballot')} and ${some(paper, 'paper ballot')} are no more than the ${some(issued, 'ballot paper')} given out, and those no more than the ${some(roll, 'person', 'people')} on the roll, in each constituency.`,
  SEED: () => 'The seed that breaks ties follows from the logs, so nobody chose it.',
  WITHHELD: () => 'What is withheld is withheld by the rules, and nothing else is.',
  RESULT: ({ papers, pools }) => `${some(papers, 'ballot')} of ${some(pools, 'constituency', 'constituencies')} counted again: the stated result is what they give.`,
  RECEIPTS: ({ found, notShown }) => `${some(found, 'receipt')} found in the log, signed by the ballot's key.${Number(notShown) > 0 ? ` ${some(notShown, 'other')} may lie in a withheld constituency.` : ''}`,
  WITNESSES: ({ found, notShown }) => `${some(found, 'kept checkpoint')} ${Number(found) === 1 ? 'fits' : 'fit'} the log.${Number(notShown) > 0 ? ` ${some(notShown, 'other')} ${Number(notShown) === 1 ? 'speaks' : 'speak'} of a withheld constituency.` : ''}`,
};

/** Why a check has nothing to say. */
const NOTHING: Partial<Record<CheckName, string>> = {
  CREDENTIALS: 'No digital vote is shown, so no ballot paper was checked.',
  OPENINGS: 'No single vote is opened in this bundle, so none was read.',
  RESULT: 'The result could not be counted again from this bundle.',
  RECEIPTS: 'The receipt may lie in a constituency that this bundle withholds.',
  WITNESSES: 'The kept checkpoint speaks of a constituency that this bundle withholds.',
};

/** What is wrong, in one sentence. */
const WRONG: Record<FaultCode, (told: Told) => string> = {
  EMPTY: () => 'there is nothing to read',
  NOT_JSON: () => 'this line is not JSON',
  NOT_CANONICAL: () => 'this line is not written in the one way a bundle is written',
  LINE_FORM: ({ field }) => `this line has not the form of a bundle's: ${field}`,
  LINE_TOO_LONG: () => 'this line is longer than any line of a bundle',
  NOT_UTF8: () => 'from here on the bytes are not text',
  INPUT_BROKEN: () => 'from here on the bundle cannot be read; if it is compressed, it may be cut',
  VERSION: ({ version }) => `the bundle is of version ${version}; this program knows version 1`,
  NO_HEADER: () => 'the bundle does not begin with its first line',
  UNEXPECTED_LINE: () => 'a line of this kind does not belong here',
  TRUNCATED: ({ lines }) => `the bundle is cut: it ends in line ${lines}, without its last line`,
  AFTER_END: () => 'something follows the last line',
  LINE_COUNT: ({ said, found }) => `the last line states ${said} lines, but ${found} came before it`,
  FINGERPRINT: () => 'the bundle was changed: its fingerprint is not the one the last line states',
  POOL_COUNT: ({ said, found, definition }) => `there are ${found} constituencies, the first line states ${said} and the definition ${definition}`,
  TOO_LARGE: ({ most }) => `there are more than ${most} entries`,
  DEFINITION_FORM: ({ field }) => `the definition of the ballot cannot be used: ${field}`,
  RECEIPT_KEY: () => "the ballot's key for receipts is one under which anything verifies",
  POOL_ORDER: () => 'this constituency is not the one that the definition has in this place',
  SCOPE: () => 'the ballot papers were made for another question, other rules, another constituency or another key',
  ISSUER_KEY: () => 'the key that signs ballot papers is not a plain RSA key of 2,048 bits with exponent 65537',
  ISSUER_KEY_SHARED: () => 'another constituency has the same key for ballot papers',
  CREDENTIAL: () => 'this voter held no ballot paper that the school signed',
  CREDENTIAL_CHANGED: () => 'this voter shows another ballot paper than in an earlier line',
  VOTER_KEY: () => "this voter's key is one under which anything verifies",
  SIGNATURE: () => 'this entry was not signed by its voter',
  LEAF: () => 'the hash of this entry is not what its parts give',
  LEAF_ORDER: () => 'this entry is out of order',
  LEAF_TWICE: () => 'this entry stands here twice',
  REVISION_RANGE: ({ revision }) => `there is no revision ${revision}`,
  REVISION_TWICE: ({ revision }) => `this voter has revision ${revision} twice`,
  REVISION_MISSING: ({ revision }) => `this voter's revision ${revision} is missing`,
  COMMITMENT: () => 'the opened vote is not the one its voter signed',
  CHOICES: ({ why }) => `the opened vote is no answer to the question: ${why}`,
  NOT_OPENED: ({ revision }) => `this voter's last vote, revision ${revision}, is not opened`,
  OPENED_SUPERSEDED: ({ revision, highest }) => `revision ${revision} is opened although revision ${highest} replaced it`,
  OPENED_IN_CLOSED: () => 'a vote is opened in a constituency whose votes stay closed',
  HALF_OPENED: () => 'a vote is opened in part only',
  BATCH_SIZE: ({ batch, size }) => `batch ${batch} holds ${size}; ten are the least, but for the last batch`,
  BATCH_SUM: ({ sum, size }) => `the batches hold ${sum} entries together, the log is said to hold ${size}`,
  BATCH_NUMBER: ({ batch }) => `there is no batch ${batch}`,
  BATCH_FILL: ({ batch, size, leaves }) => `batch ${batch} is said to hold ${size} entries and holds ${leaves}`,
  CHECKPOINT_COUNT: ({ checkpoints, batches }) => `there are ${checkpoints} checkpoints for ${batches} batches`,
  CHECKPOINT_FORM: ({ checkpoint }) => `checkpoint ${checkpoint} has not the form of one`,
  CHECKPOINT_KEY: ({ checkpoint }) => `checkpoint ${checkpoint} names another key than the ballot's`,
  CHECKPOINT_ORIGIN: ({ checkpoint }) => `checkpoint ${checkpoint} speaks of another log`,
  CHECKPOINT_SIZE: ({ checkpoint, size, batches }) => `checkpoint ${checkpoint} speaks of ${size} entries where the batches give ${batches}`,
  CHECKPOINT_ROOT: ({ checkpoint }) => `checkpoint ${checkpoint} does not fit the log: entries were changed, added or removed after it was signed`,
  CHECKPOINT_SIGNATURE: ({ checkpoint }) => `checkpoint ${checkpoint} is not signed by the ballot's key`,
  ROOT: () => 'the log, built again, ends in another root than is stated',
  LOG_SIZE: ({ size, leaves }) => `the log is said to hold ${size} entries, and ${leaves} are here`,
  BALLOT_NUMBER: ({ said, found }) => `${said} voters are stated and ${found} found`,
  MORE_BALLOTS_THAN_PAPERS: ({ ballots, paper, issued }) => `${ballots} digital and ${paper} paper ballots are more than the ${issued} ballot papers given out`,
  MORE_PAPERS_THAN_ROLL: ({ issued, roll }) => `${issued} ballot papers were given out to a roll of ${roll}`,
  PAPER_SUM: ({ sum, said }) => `the piles hold ${sum} paper ballots, ${said} are stated`,
  PAPER_CHOICES: ({ pile, why }) => `pile ${pile} of paper ballots is no answer to the question: ${why}`,
  PAPER_ORDER: () => 'the piles of paper ballots are not in their one order',
  SEED: () => 'the seed that breaks ties does not follow from the logs: somebody may have chosen it',
  WITHHELD_FROM_AUDITORS: () => 'a constituency is withheld from the auditors',
  CLOSED_TO_AUDITORS: () => 'votes stay closed to the auditors',
  WITHHELD_TELLS: () => 'a constituency is said to be withheld, and still something of it is told',
  NUMBERS_MISSING: () => 'a constituency is not withheld, and still its numbers are missing',
  CLOSED_WITHOUT_REASON: () => 'votes stay closed without a reason that the rules know',
  OPEN_DESPITE_RULE: () => 'votes are opened that the rules keep closed in public',
  SMALL_POOL_SHOWN: () => 'a constituency so small is shown that the rules withhold it',
  RESULT_DIFFERS: ({ field }) => `the stated result is not what the ballots give: ${field}`,
  CANNOT_COUNT: ({ why }) => `the ballots cannot be counted: ${why}`,
  RECEIPT_FORM: ({ receipt }) => `receipt ${receipt} is not a receipt of 96 bytes`,
  RECEIPT_SIGNATURE: ({ receipt }) => `receipt ${receipt} is not signed by this ballot's key`,
  RECEIPT_NOT_FOUND: ({ receipt }) => `receipt ${receipt} is genuine, and its vote is missing: show it to the election committee`,
  WITNESS_FORM: ({ witness }) => `kept checkpoint ${witness} has not the form of one`,
  WITNESS_KEY: ({ witness }) => `kept checkpoint ${witness} names another key than this ballot's`,
  WITNESS_SIGNATURE: ({ witness }) => `kept checkpoint ${witness} is not signed by this ballot's key`,
  WITNESS_ORIGIN: ({ witness }) => `kept checkpoint ${witness} speaks of a log that is not in this bundle`,
  WITNESS_SIZE: ({ witness, size }) => `kept checkpoint ${witness} is signed for ${size} entries, and the log has none of that size: it was rewritten`,
  WITNESS_ROOT: ({ witness }) => `kept checkpoint ${witness} is signed, and the log is another: it was rewritten`,
};

export function faultInWords({ code, told }: Pick<Fault, 'code' | 'told'>): string {
  return WRONG[code](told);
}

/** Null where there is nothing to be said: nobody asked. */
export function checkInWords({ check, ok, told, faultCount }: Check): string | null {
  if (ok === true) return FINE[check](told);
  if (ok === false) return `${HEADINGS[check]}: ${some(faultCount, 'fault')}.`;
  return Object.keys(told).length > 0 || (check !== 'RECEIPTS' && check !== 'WITNESSES') ? NOTHING[check] ?? null : null;
}

const HEADINGS: Record<CheckName, string> = {
  FORM: 'The bundle itself', DEFINITION: 'The question and its rules', SCOPE: 'What ballot papers are good for', ISSUER_KEYS: 'Keys for ballot papers',
  CREDENTIALS: 'Ballot papers', SIGNATURES: "Voters' signatures", LEAVES: 'Entries of the log', REVISIONS: 'Changed votes', OPENINGS: 'Opened votes',
  BATCHES: 'Batches', CHECKPOINTS: 'Signed checkpoints', LOG: 'The log', NUMBERS: 'Numbers', SEED: 'The seed', WITHHELD: 'What is withheld',
  RESULT: 'The result', RECEIPTS: 'Receipts', WITNESSES: 'Kept checkpoints',
};

function uncheckedInWords({ what, pool, fields }: Unchecked): string {
  if (what === 'WITHHELD_POOL') return `${pool}: fewer than eleven voted, so nothing but the roll is published. The auditors' bundle holds it.`;
  if (what === 'CLOSED_POOL') return `${pool}: every signature was checked, but single votes stay closed in public, so they were not counted. The auditors' bundle opens them.`;
  return `Of the result, what follows from votes that are not shown here: ${fields.join(', ')}.`;
}

/** The whole report, for people who never saw one. */
export function reportInWords(report: RecountReport): string[] {
  const { verdict, kind, told, checks, unchecked, receipts, fingerprint } = report;
  const opening = kind === null ? [] : [
    `Bundle for ${kind === 'public' ? 'everybody' : 'the auditors'}: ${some(told['voters'], 'digital ballot')} and ${some(told['paper'], 'paper ballot')} in ${some(told['pools'], 'constituency', 'constituencies')}, ${some(told['roll'], 'person', 'people')} on the rolls.`, '',
  ];
  const lines = checks.flatMap((check) => {
    const words = checkInWords(check);
    if (words === null || (verdict === 'UNREADABLE' && check.ok !== false)) return [];
    const mark = check.ok === null ? '  –   ' : check.ok ? '  ok  ' : '  NO  ';
    const faults = check.faults.map((fault) => `        ${place(fault)}${faultInWords(fault)}`);
    const more = check.faultCount - check.faults.length;
    return [`${mark}${words}`, ...faults, ...(more > 0 ? [`        and ${grouped(more)} more`] : [])];
  });
  const found = receipts.map(({ receipt, pool, revision, superseded, choices }) =>
    `Receipt ${receipt}: in the log of ${pool}, revision ${revision}, ${superseded ? 'replaced by a later vote' : `counted${choices === null ? '' : ` as option ${choices.map((n) => n + 1).join(', ')}`}`}.`);
  const rest = unchecked.length > 0 ? ['', 'Not to be checked with this bundle:', ...unchecked.map((each) => `  ${uncheckedInWords(each)}`)] : [];
  const closing = {
    CONFIRMED: 'CONFIRMED. Everything was checked, and the result is right.',
    CONFIRMED_IN_PART: 'CONFIRMED AS FAR AS IT IS PUBLISHED. Everything that is shown was checked and is right.',
    FAULTY: 'NOT CONFIRMED. Something in this bundle is wrong.',
    UNREADABLE: 'NOT CONFIRMED. This is not a bundle that can be read.',
  }[verdict];
  return [...opening, ...lines, ...(found.length > 0 ? ['', ...found] : []), ...rest, '', `Fingerprint of the bundle (SHA-256): ${fingerprint}`, closing];
}

export function place({ line, pool }: Pick<Fault, 'line' | 'pool'>): string {
  const where = [line > 0 ? `line ${line}` : '', pool ?? ''].filter((part) => part !== '').join(', ');
  return where === '' ? '' : `${where}: `;
}
