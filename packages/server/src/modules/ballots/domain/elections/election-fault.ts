export type ElectionFaultCode =
  | 'REQUIRED' | 'TOO_LONG' | 'TOO_FEW' | 'TOO_MANY' | 'REPEATED' | 'BAD_LOCALE' | 'OUT_OF_RANGE' | 'PARENT_TWICE' | 'ONLY_PARENTS'
  | 'NO_SUCH_BODY' | 'FOR_ONE_SEAT' | 'FOR_SEVERAL_SEATS' | 'NOT_A_DATE' | 'NOT_AFTER' | 'BEFORE_NOTICE' | 'NOTICE_TOO_SHORT' | 'ORIENTATION_TOO_SOON';

/** A field of the input by its path, what is wrong with it, and for times the first moment that would do (ISO 8601). */
export interface ElectionFault { readonly field: string; readonly code: ElectionFaultCode; readonly earliest: string | null }
