import type { CompositionLine } from './composition.ts';
import { type BodyDecision, refuseBody } from './refusal.ts';

/**
 * The roster of a body may be certified once its seats are composed as the law asks (rule 13) and every voting seat that
 * the check counts is held: a council with empty chairs on one side is not in balance.
 */
export function decideCertifyRoster(lines: readonly CompositionLine[], vacant: number): BodyDecision {
  const unmet = lines.filter(({ met }) => !met);
  if (unmet.length > 0) return refuseBody('COMPOSITION', unmet.map(({ rule }) => rule));
  return vacant > 0 ? refuseBody('VACANT_SEATS', [String(vacant)]) : { ok: true };
}
