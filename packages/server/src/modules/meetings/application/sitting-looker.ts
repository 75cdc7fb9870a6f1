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

/** It is run by whoever prepares the body's meetings, by who presides and by who takes the record. */
export function sittingLooker(viewer: ViewerFacts | null, sitting: SittingRecord): SittingLooker {
  const does = (task: { readonly personId: string } | null) => viewer !== null && task?.personId === viewer.personId;
  return {
    runs: meetingLookerAt(viewer, sitting.body).prepares || does(sitting.presiding) || does(sitting.recorder),
    personId: viewer?.personId ?? null,
    ofEnvironment: isMember(viewer, sitting.environmentId),
    member: viewer === null ? null : memberOf(sitting, { personId: viewer.personId }),
  };
}

/** A member of the sitting, by their id in it or by who they are; null when there is none such. */
export function memberOf({ members }: SittingRecord, by: { readonly memberId: string } | { readonly personId: string }): SittingMemberRecord | null {
  return ('memberId' in by ? members.find(({ id }) => id === by.memberId.toLowerCase()) : members.find(({ personId }) => personId === by.personId)) ?? null;
}
