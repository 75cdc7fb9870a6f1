import type { Statements } from '../../../../platform/database/database.ts';
import { bodiesById } from '../../../bodies/index.ts';
import { isUuid } from '../../../people/index.ts';
import type { ElectionFault } from '../../domain/elections/election-fault.ts';
import type { ElectionWording } from '../../domain/elections/election-wording.ts';

/**
 * The wording with the name, kind and student seats of the body it names, which are the body's own to say; or the fault that
 * the environment has no such body, or no more. One that names none is as it was. Under the school's scope.
 */
export async function nameBody(em: Statements, environmentId: string, wording: ElectionWording): Promise<ElectionWording | ElectionFault> {
  if (wording.bodyId === null) return wording;
  const [body] = isUuid(wording.bodyId) ? await bodiesById(em, [wording.bodyId]) : [];
  if (body === undefined || body.environmentId !== environmentId || body.closedAt !== null) return { field: 'bodyId', code: 'NO_SUCH_BODY', earliest: null };
  const name = Object.entries(body.name).map(([locale, text]) => ({ locale, text }));
  return { ...wording, bodyId: body.id, body: name, bodyKind: body.kind, studentSeats: body.studentSeats };
}
