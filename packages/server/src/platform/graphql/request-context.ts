import type { House } from '../room.ts';
import type { RequestContext, SessionFacts } from './context.ts';

type Given = Pick<RequestContext, 'requestId' | 'address' | 'cookies'> & { readonly session: SessionFacts | null };

export function requestContext(house: House, given: Given): RequestContext {
  return { house, ...given, once: memory() };
}

/** What a shared execution sees: the school, and no one. Asking who is looking is a bug, and throws. */
export function sharedContext(house: House, schoolId: string, requestId: string): RequestContext {
  return {
    house,
    requestId,
    sharedSchoolId: schoolId,
    address: '',
    once: memory(),
    get session(): never {
      throw new Error('A shared execution has no viewer.');
    },
  };
}

function memory(): RequestContext['once'] {
  const made = new Map<symbol, unknown>();
  return <T>(key: symbol, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
}
