/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** What people wrote: in several languages, or once, in whatever language they speak. */
export type Said = Texts | string;

/** What a message can tell; each has a template in every language of {@link TEMPLATE_LANGUAGES}. */
export const MESSAGE_KINDS = [
  'MEETING_NOTICED', 'MEETING_CHANGED', 'MEETING_CANCELLED', 'MINUTES_CIRCULATED', 'MINUTES_APPROVED', 'ACTION_ASSIGNED', 'ACTION_DUE',
  'RECOMMENDATION_RECEIVED', 'RESPONSE_OWED', 'RESPONSE_GIVEN', 'DEMAND_RECEIVED', 'DEMAND_DUE', 'BODY_ROSTER',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What of a meeting another version of its notice changed, in the order in which it is told. */
export const NOTICE_CHANGES = ['TIME', 'PLACE', 'AGENDA', 'DETAILS'] as const;
export type NoticeChange = (typeof NOTICE_CHANGES)[number];

/**
 * What fills each kind's template. `body` is the name of the governing body, `title` that of the thing the message is
 * about; days are `yyyy-mm-dd`. Nothing here reaches an event, a log or an address.
 */
export interface WordsOf {
  readonly MEETING_NOTICED: { readonly body: Said; readonly title: Said; readonly startsAt: Date; readonly place: Said };
  readonly MEETING_CHANGED: { readonly body: Said; readonly title: Said; readonly startsAt: Date; readonly place: Said; readonly changes: readonly NoticeChange[] };
  readonly MEETING_CANCELLED: { readonly body: Said; readonly title: Said; readonly startsAt: Date; readonly reason: Said };
  /** `correctBy`: the last day for corrections, null where none is set. */
  readonly MINUTES_CIRCULATED: { readonly body: Said; readonly title: Said; readonly correctBy: string | null };
  readonly MINUTES_APPROVED: { readonly body: Said; readonly title: Said };
  readonly ACTION_ASSIGNED: { readonly title: Said; readonly dueOn: string | null };
  readonly ACTION_DUE: { readonly title: Said; readonly dueOn: string };
  /** `body` recommends; `respondBy`: when an answer is owed. */
  readonly RECOMMENDATION_RECEIVED: { readonly body: Said; readonly title: Said; readonly respondBy: string | null };
  readonly RESPONSE_OWED: { readonly body: Said; readonly title: Said; readonly respondBy: string };
  readonly RESPONSE_GIVEN: { readonly body: Said; readonly title: Said };
  /** `body` is told that it acted unlawfully; `respondBy`: the last day to put it right. */
  readonly DEMAND_RECEIVED: { readonly body: Said; readonly title: Said; readonly respondBy: string | null };
  /** `body` is to answer by `respondBy`. */
  readonly DEMAND_DUE: { readonly body: Said; readonly title: Said; readonly respondBy: string };
  readonly BODY_ROSTER: { readonly body: Said };
}

/** Ways beyond the mailbox, which everybody has. */
export const CHANNELS = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

/** E-mail unless somebody would rather not; a text message costs some people money, so only who asked for it. */
export const isUsual = (channel: Channel): boolean => channel === 'EMAIL';

/** Days a message is kept: a school year and the summer after it. */
export const KEPT_DAYS = 400;
