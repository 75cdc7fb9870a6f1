import { count } from '../count.ts';
import { type Margin, quorumMargin } from '../margin.ts';
import { explainQuorum } from '../quorum.ts';
import { type Definition, questionOf } from './definition.ts';
import type { BundleKind } from './form.ts';
import type { PoolFound } from './pool-check.ts';
import type { Findings, Unchecked } from './report.ts';
import { publishedResult, resultFor } from './result.ts';
import { isMap } from './shapes.ts';

/** More differences than these say nothing more. */
const MOST = 20;

/** Where two values that came out of JSON differ, as paths like `rules[2].reached`. */
export function differences(expected: unknown, found: unknown, path = ''): string[] {
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) return [`${path}.length`];
    return expected.flatMap((each, at) => differences(each, found[at], `${path}[${at}]`)).slice(0, MOST);
  }
  if (isMap(expected) && isMap(found)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
    return keys.flatMap((key) => differences(expected[key], found[key], path === '' ? key : `${path}.${key}`)).slice(0, MOST);
  }
  return Object.is(expected, found) ? [] : [path];
}

/** As it would stand in a bundle. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export interface ToCompare {
  readonly kind: BundleKind;
  readonly definition: Definition;
  readonly pools: readonly PoolFound[];
  readonly seed: Uint8Array;
  readonly result: unknown;
  readonly findings: Findings;
}

/** Counts again and holds the stated result against it. @returns what could not be compared. */
export function compareResult(facts: ToCompare): Unchecked[] {
  try {
    return facts.pools.every(({ state }) => state === 'OPEN') ? compareWhole(facts) : comparePart(facts);
  } catch (error) {
    facts.findings.fault('CANNOT_COUNT', 1, null, { why: error instanceof Error ? error.message : 'unknown' });
    return [];
  }
}

function compareWhole({ kind, definition, pools, seed, result, findings }: ToCompare): Unchecked[] {
  const counted = resultFor(definition, pools.map(({ line, piles }) => ({ constituency: line.constituency, roll: line.roll, piles })), seed);
  findings.did('RESULT', 'papers', counted.papers);
  findings.did('RESULT', 'pools', pools.length);
  for (const field of differences(asJson(publishedResult(kind, counted)), result)) findings.fault('RESULT_DIFFERS', 1, null, { field });
  return [];
}

/**
 * What a result says about one pool follows from that pool alone, so the open ones are counted each for itself;
 * what follows from all of them together waits for the auditors.
 */
function comparePart({ kind, definition, pools, result, findings }: ToCompare): Unchecked[] {
  const stated = isMap(result) ? result : {};
  const statedPools = Array.isArray(stated['pools']) ? stated['pools'] as unknown[] : [];
  const statedRules = (Array.isArray(stated['rules']) ? stated['rules'] as unknown[] : []).filter(isMap);
  const differs = (expected: unknown, found: unknown, path: string) => {
    for (const field of differences(asJson(expected), found, path)) findings.fault('RESULT_DIFFERS', 1, null, { field });
  };
  const checkedRules = new Set<object>();
  const rule = (name: string, constituency: string) => {
    const found = statedRules.find((each) => each['rule'] === name && each['constituency'] === constituency);
    if (found !== undefined) checkedRules.add(found);
    return { found, path: `rules[${found === undefined ? `${name} ${constituency}` : statedRules.indexOf(found)}]` };
  };
  const statedMargins = (Array.isArray(stated['margins']) ? stated['margins'] as unknown[] : []).filter(isMap);
  const margin = (expected: Margin) => {
    const constituency = 'constituency' in expected ? expected.constituency : null;
    const at = statedMargins.findIndex((each) => each['kind'] === expected.kind && each['constituency'] === constituency);
    differs(expected, statedMargins[at], `margins[${at < 0 ? `${expected.kind} ${constituency}` : at}]`);
  };
  const total = pools.reduce((sum, { papers }) => sum + papers, 0);
  const anyWithheld = pools.some(({ state }) => state === 'WITHHELD');
  let quorumMissed = false;

  differs(pools.length, statedPools.length, 'pools.length');
  for (const [at, { line, state, papers, piles }] of pools.entries()) {
    const { constituency, roll } = line;
    const { quorum, majority } = definition.constituencies.find((each) => each.id === line.pool)!;
    const found = statedPools[at];
    const path = `pools[${at}]`;
    const { found: statedQuorum, path: quorumPath } = rule('QUORUM', constituency);
    const explained = explainQuorum(constituency, quorum, roll, papers);
    if (state === 'OPEN') {
      findings.did('RESULT', 'papers', papers);
      findings.did('RESULT', 'pools');
      const alone = publishedResult(kind, count(questionOf(definition), definition.combine, [{ constituency, roll, quorum, majority, piles }]));
      differs(alone.pools[0], found, path);
      for (const each of alone.rules.filter((own) => 'constituency' in own && own.constituency === constituency)) {
        const { found: same, path: rulePath } = rule(each.rule, constituency);
        differs(each, same, rulePath);
      }
      for (const each of alone.margins.filter((own) => 'constituency' in own && own.constituency === constituency)) margin(each);
    } else if (state === 'CLOSED') {
      const { constituency: c, roll: r, papers: p } = isMap(found) ? found : {};
      differs({ constituency, roll, papers }, { constituency: c, roll: r, papers: p }, path);
      differs(explained, statedQuorum, quorumPath);
      if (quorum.kind !== 'NONE') margin(quorumMargin(explained));
    } else {
      differs({ constituency, roll, papers: null, votes: null, scores: null }, found, path);
      differs(null, statedQuorum?.['reached'], `${quorumPath}.reached`);
      for (const each of statedMargins.filter((own) => own['constituency'] === constituency)) differs(null, each, `margins[${statedMargins.indexOf(each)}]`);
    }
    if (state !== 'WITHHELD' && !explained.met) quorumMissed = true;
  }
  differs(anyWithheld ? null : total, stated['papers'], 'papers');
  if (anyWithheld) for (const key of ['votes', 'scores', 'ranked']) differs(null, stated[key], key);
  differs(anyWithheld, stated['withheld'], 'withheld');
  if (quorumMissed) differs('NO_QUORUM', stated['outcome'], 'outcome');

  const fields = Object.keys(stated).filter((key) => !['papers', 'pools', 'rules', 'withheld'].includes(key) && stated[key] !== null);
  const rules = statedRules.filter((each) => !checkedRules.has(each)).map((each) => `rules[${statedRules.indexOf(each)}]`);
  return [{ what: 'RESULT', pool: null, fields: [...fields, ...rules] }];
}
