/** A database timestamp, which drivers hand over as text, as a point in time. */
export const asDate = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

export const asDateOrNull = (text: string | null): Date | null => (text === null ? null : asDate(text));

/** An SQL array literal of ids for one `?::uuid[]`: a list of parameters would be a new statement for each length. */
export const uuidArray = (ids: readonly string[]): string => `{${ids.filter(isUuid).join(',')}}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Asked before an id from outside reaches the database, which would answer a malformed one with an error of its own. */
export const isUuid = (id: string): boolean => UUID.test(id);
