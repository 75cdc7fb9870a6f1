import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { faultCode } from '../apollo/faults.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Notice } from '../ui/Notice.tsx';

/** The rule a BAD_INPUT error names, such as LAST_ADMINISTRATOR. */
export function faultRule(fault: unknown): string | null {
  const rule = CombinedGraphQLErrors.is(fault) ? fault.errors[0]?.extensions?.['rule'] : null;
  return typeof rule === 'string' ? rule : null;
}

/** An act that failed, beside what was pressed. `rules` has better words for the rules its page knows. */
export function FaultNotice({ fault, rules = {} }: { fault: unknown; rules?: Readonly<Record<string, string>> }) {
  const say = useMessages();
  if (fault == null) return null;
  const code = faultCode(fault);
  const known = rules[faultRule(fault) ?? ''];
  return <Notice kind="danger" live="assertive" title={known ? undefined : say(`fault.${code}.title`)}><p>{known ?? say(`fault.${code}`)}</p></Notice>;
}
