/** How many said what; `needed` ayes of what. */
export interface Counted {
  readonly ayes: number;
  readonly noes: number;
  readonly abstentions: number;
  readonly recused: number;
  readonly needed: number;
  readonly of: 'CAST' | 'PRESENT' | 'MEMBERS';
}

/** The sentences of minutes in one language. Names come as they are printed, words somebody chose as `free` made them, times as they are read. */
export interface Sentences {
  readonly locale: string;
  readonly student: string;
  readonly aStudent: string;
  readonly somebody: string;
  readonly nameWithheld: string;
  title(kind: string, body: string, day: string): string;
  held(day: string, place: string, online: boolean): string;
  calledToOrder(time: string, presiding: string | null): string;
  secretary(name: string): string;
  attendance(present: number, members: number, visitors: number): string;
  member(name: string, seat: string, office: string | null): string;
  readonly absent: string;
  readonly presentThroughout: string;
  came(time: string): string;
  left(time: string): string;
  readonly online: string;
  quorum(present: number, members: number, needed: number, met: boolean): string;
  quorumChanged(time: string, present: number, needed: number, met: boolean): string;
  prior(action: 'APPROVED' | 'APPROVED_AS_CORRECTED' | 'POSTPONED' | 'NONE_PENDING', days: string): string;
  readonly addedInSession: string;
  readonly urgencyFound: string;
  comment(speakers: number): string;
  readonly generalComment: string;
  speaker(language: string | null, interpreted: boolean): string;
  motion(number: number, kind: string, mover: string, seconder: string | null, text: string): string;
  findings(immediate: string, afterPosting: string): string;
  amendment(mover: string, seconder: string | null, text: string): string;
  asAmended(text: string): string;
  voted(adopted: boolean, count: Counted): string;
  withoutObjection(): string;
  disposed(by: 'LAPSED' | 'TABLED' | 'REFERRED' | 'WITHDRAWN' | null, to: string | null): string;
  vote(vote: 'AYE' | 'NO' | 'ABSTAIN' | 'RECUSED' | 'ABSENT'): string;
  decision(number: number, text: string): string;
  because(rationale: string): string;
  action(owner: string, title: string, due: string | null): string;
  outcome(outcome: 'CONTINUED' | 'TABLED' | 'WITHDRAWN' | 'DISCUSSED'): string;
  readonly generalNotes: string;
  readonly otherMotions: string;
  adjourned(time: string): string;
  approve(day: string): string;
  readonly approving: string;
  readonly whyApprove: string;
  amended(number: number, day: string, text: string): string;
}
