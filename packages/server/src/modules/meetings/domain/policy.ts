import type { MeetingState } from './meeting.ts';
import { allowsAct } from './meeting-states.ts';

/** Officers who call a body's meetings and keep its agenda, beside those who keep the body. */
export const CALLING_OFFICES: readonly string[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARY'];

/** What the viewer is to a body's meetings; who looks in from outside is none of it. */
export interface MeetingLooker {
  /** Coordinators and administrators of its environment, and the body's chair, vice-chair and secretary. */
  readonly prepares: boolean;
  /** Of the environment's own people. */
  readonly member: boolean;
}

export interface MeetingPermissions {
  /** Its words, time and place, and its agenda. */
  readonly edit: boolean;
  readonly postNotice: boolean;
  readonly provePosting: boolean;
  readonly cancel: boolean;
  readonly discard: boolean;
  /** The papers of its items. */
  readonly papers: boolean;
}

export const meetingPermissions = ({ prepares }: MeetingLooker, state: MeetingState): MeetingPermissions => ({
  edit: prepares && allowsAct(state, 'REVISE'),
  postNotice: prepares && allowsAct(state, 'POST_NOTICE'),
  provePosting: prepares && allowsAct(state, 'PROVE_POSTING'),
  cancel: prepares && allowsAct(state, 'CANCEL'),
  discard: prepares && allowsAct(state, 'DISCARD'),
  papers: prepares && allowsAct(state, 'FILE_PAPER'),
});

/** From its first notice on a meeting is everybody's to read, whatever becomes of it; before, it is a plan of those who prepare it. */
export const maySeeMeeting = ({ prepares }: MeetingLooker, { noticed }: { readonly noticed: boolean }): boolean => prepares || noticed;

/** A photo of a notice where it hangs may show who stood beside it: it is the school's own. */
export const maySeePhotos = ({ member, prepares }: MeetingLooker): boolean => member || prepares;

/** Students are minors: outside the school nobody reads their names (rule 30). */
export const isNamedTo = ({ member }: Pick<MeetingLooker, 'member'>, { student }: { readonly student: boolean }): boolean => member || !student;
