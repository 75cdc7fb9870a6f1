/** Who the matrix is tried on, and what a line of it says. */
export const VIEWERS = ['anonymous', 'parent', 'foreignParent', 'student', 'staff', 'clerk', 'coordinator', 'administrator'] as const;
export type Who = (typeof VIEWERS)[number];

/** Everybody, with or without a session. */
export const ALL: readonly Who[] = VIEWERS;
export const SIGNED_IN: readonly Who[] = VIEWERS.filter((who) => who !== 'anonymous');
/** Who keeps the roll of people, and certifies. */
export const KEEPERS: readonly Who[] = ['clerk', 'coordinator', 'administrator'];
export const PREPARERS: readonly Who[] = ['coordinator', 'administrator'];
export const ADMINISTRATOR: readonly Who[] = ['administrator'];
/** Who takes part in the rounds the matrix is tried on, and who may step in for their facilitator. */
export const TEAM: readonly Who[] = ['staff', ...KEEPERS];
/** Of the environment's own people. */
export const MEMBERS: readonly Who[] = SIGNED_IN.filter((who) => who !== 'foreignParent');

export interface RootLine {
  readonly field: string;
  /** Where one field has several answers, depending on what it is asked about. */
  readonly about?: string;
  readonly yes: readonly Who[];
  /** Who is answered in words, by a rule: they may know that it exists. */
  readonly refused?: readonly Who[];
  /** What the others get; nobody signed in gets UNAUTHENTICATED where the field wants a session. */
  readonly no?: 'NULL' | 'NOT_FOUND';
  /** Without a session one is not told to sign in: the field is public, and answers as to a stranger. */
  readonly open?: true;
  /** Name of the target in the test, and the document with `$t` for its variables. */
  readonly document: string;
  readonly target: string;
  /** Rules of BAD_INPUT that are met only past the policy, and so count as let in. */
  readonly past?: readonly string[];
}

export interface FieldLines {
  readonly type: string;
  readonly about?: string;
  readonly fields: string;
  readonly seenBy: readonly Who[];
  /** Document with `…` where the field goes; variables are the named targets' ids. */
  readonly path: string;
  /** A value that says nothing, beside null, an empty list or text, and the unknown language. */
  readonly says?: 'anything';
  /** Who sees it through a subscription, which has no viewer: only what is public, or the shared scope's own. */
  readonly socket?: { readonly path: string; readonly seenBy: readonly Who[] };
}

export const CHANGE = '{ __typename }';
export const ballotAct = (name: string, target: string, yes: readonly Who[], extra = ''): RootLine => ({
  field: `Mutation.${name}`, yes, no: 'NOT_FOUND', target,
  document: `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version${extra}) ${CHANGE} }`,
});
