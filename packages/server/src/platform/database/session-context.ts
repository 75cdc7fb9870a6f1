import type { Scope } from './database.ts';

const ROLE_OF = {
  school: 'plenary_app',
  caster: 'plenary_caster',
  teller: 'plenary_teller',
  gate: 'plenary_gate',
  registry: 'plenary_registry',
  box: 'plenary_box',
  keeper: 'plenary_keeper',
} as const;

/**
 * The variables a transaction begins with. `role` is itself a setting, so role and
 * school travel in the one `set_config` statement that MikroORM sends at begin.
 */
export function sessionContext(scope: Scope): { variables: Record<string, string> } {
  const role = ROLE_OF[scope.role];
  return {
    variables: 'schoolId' in scope ? { 'plenary.school': scope.schoolId, role } : { role },
  };
}
