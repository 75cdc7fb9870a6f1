import { isShare } from '@plenary/count';
import type { Constituency, Texts } from '../ballot.ts';
import { type FaultCode, LARGEST_NUMBER, LONGEST, type WordedText, textFault, textsOf } from '../wording.ts';
import { MOST_PARTICIPANTS } from './opening.ts';
import type { ProposalKind, RoundQuorum } from './proposal.ts';

/** The words of one round, before any of it is believed. */
export interface RoundWording {
  readonly title: readonly WordedText[];
  readonly body: readonly WordedText[];
}

/** A proposal as someone words it. */
export interface ProposalWording extends RoundWording {
  readonly kind: ProposalKind;
  readonly constituencies: readonly Constituency[];
  readonly named: readonly string[];
  readonly quorum: RoundQuorum;
  readonly facilitatorId: string;
  readonly publicRecord: boolean;
}

export type ProposalFaultCode = FaultCode | 'NOT_BOTH' | 'NOT_OF_ENVIRONMENT' | 'NOT_A_STUDENT' | 'NOT_FOR_EL_PARENT';
export interface ProposalFault { readonly field: string; readonly code: ProposalFaultCode }

/** What the environment's people say of those a wording names. */
export interface NamedPeople {
  /** Ids of `named` that belong to no constituency of the environment, or have left. */
  readonly strangers: readonly string[];
  /** NONE: not of the environment. STUDENT: is led by adults, not put in charge of their words. */
  readonly facilitator: 'FITS' | 'NONE' | 'STUDENT';
}

/** Everything wrong with the words of a round. */
export function roundFaultsOf({ title, body }: RoundWording): ProposalFault[] {
  const faults: ProposalFault[] = [];
  const add = (field: string, code: ProposalFaultCode | null) => { if (code) faults.push({ field, code }); };
  add('title', textFault(title, LONGEST.line, true));
  add('body', textFault(body, LONGEST.text, true));
  return faults;
}

/** Everything wrong with a proposal at once; an empty list may be kept as a draft. */
export function proposalFaultsOf(wording: ProposalWording, people: NamedPeople): ProposalFault[] {
  const faults = roundFaultsOf(wording);
  const add = (field: string, code: ProposalFaultCode | false) => { if (code) faults.push({ field, code }); };
  const { constituencies, named, quorum } = wording;
  add('constituencies', constituencies.length === 0 && named.length === 0 && 'REQUIRED');
  add('constituencies', new Set(constituencies).size < constituencies.length && 'REPEATED');
  add('constituencies', constituencies.includes('PARENT') && constituencies.includes('EL_PARENT') && 'PARENT_TWICE');
  // That a family is on that list tells about its children; it is nothing to be read by everybody.
  add('publicRecord', wording.publicRecord && constituencies.includes('EL_PARENT') && 'NOT_FOR_EL_PARENT');
  add('named', named.length > 0 && constituencies.length > 0 && 'NOT_BOTH');
  add('named', named.length > MOST_PARTICIPANTS && 'TOO_MANY');
  add('named', new Set(named).size < named.length && 'REPEATED');
  add('named', people.strangers.length > 0 && 'NOT_OF_ENVIRONMENT');
  add('quorum', !(isShare(quorum) && quorum.denominator <= LARGEST_NUMBER) && 'OUT_OF_RANGE');
  add('quorum', isShare(quorum) && quorum.numerator === quorum.denominator && !quorum.atLeast && 'IMPOSSIBLE');
  add('facilitatorId', people.facilitator === 'NONE' && 'NOT_OF_ENVIRONMENT');
  add('facilitatorId', people.facilitator === 'STUDENT' && 'NOT_A_STUDENT');
  return faults;
}

export interface RoundWords { readonly title: Texts; readonly body: Texts }

/** Faultless words as they are kept: trimmed, without empty languages. */
export const roundWords = ({ title, body }: RoundWording): RoundWords => ({ title: textsOf(title), body: textsOf(body) });
