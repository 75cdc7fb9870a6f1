import { type BodyRecord, isOfBody } from '../../bodies/index.ts';
import { type ViewerFacts, isMember } from '../../people/index.ts';
import type { SittingPart } from '../domain/sitting.ts';
import { meetingLookerAt } from './meeting-looker.ts';
import type { SittingMemberRecord, SittingRecord } from './sitting-record.ts';

/** What the viewer is to a sitting, with who they are in it. */
export interface SittingLooker extends SittingPart {
  readonly member: SittingMemberRecord | null;
  /** Null: nobody is signed in, or it is a shared execution. */
  readonly personId: string | null;
}

/**
 * Whether somebody runs a sitting because they presided over it or took its record. While it sits seats change nothing of it;
 * once it is over they answer for its record (RONR, domain.md S42 to S44) for as long as they are of the body. Nothing of it
 * hangs on them alone: whoever prepares the body's meetings can finish it.
 */
export const ranSitting = (viewer: ViewerFacts | null, body: BodyRecord, { by, over }: { readonly by: readonly (string | null)[]; readonly over: boolean }): boolean =>
  viewer !== null && by.includes(viewer.personId) && isMember(viewer, body.environmentId) && (!over || isOfBody(body, viewer.personId));

/** The same of the sitting as it is. */
export const ranThis = (viewer: ViewerFacts | null, { body, presiding, recorder, endedAt }: Pick<SittingRecord, 'body' | 'presiding' | 'recorder' | 'endedAt'>): boolean =>
  ranSitting(viewer, body, { by: [presiding?.personId ?? null, recorder?.personId ?? null], over: endedAt !== null });

/** It is run by whoever prepares the body's meetings, by who presides and by who takes the record. */
export function sittingLooker(viewer: ViewerFacts | null, sitting: SittingRecord): SittingLooker {
  return {
    runs: meetingLookerAt(viewer, sitting.body).prepares || ranThis(viewer, sitting),
    personId: viewer?.personId ?? null,
    ofEnvironment: isMember(viewer, sitting.environmentId),
    member: viewer === null ? null : memberOf(sitting, { personId: viewer.personId }),
  };
}

/** A member of the sitting, by their id in it or by who they are; null when there is none such. */
export function memberOf({ members }: SittingRecord, by: { readonly memberId: string } | { readonly personId: string }): SittingMemberRecord | null {
  return ('memberId' in by ? members.find(({ id }) => id === by.memberId.toLowerCase()) : members.find(({ personId }) => personId === by.personId)) ?? null;
}
