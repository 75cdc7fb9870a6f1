import type { ElectionViewFragment } from '../../gql/graphql.ts';

export type ElectionShown = ElectionViewFragment;
export type Group = ElectionShown['constituencies'][number];
export type Nomination = Group['nominations'][number];

/** A day of the calendar as a moment that falls on it in every American zone. */
export const noon = (date: string): string => `${date}T18:00:00.000Z`;

export const standing = (group: Group): readonly Nomination[] => group.nominations.filter((each) => each.state === 'ACCEPTED');

export const nominationsOver = ({ nominationsUntil }: Pick<ElectionShown, 'nominationsUntil'>): boolean => Date.parse(nominationsUntil) <= Date.now();
