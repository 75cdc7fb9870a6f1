import { faultCode } from '../../apollo/faults.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-action.ts';

export function ActionTroubleNotice({ trouble }: { trouble: Trouble }) {
  const core = useMessages();
  const say = useMessages('decisions');
  return <Notice kind="danger" live="assertive" title={trouble.kind === 'FAILED' ? core(`fault.${faultCode(trouble.fault)}`) : say(`actions.trouble.${trouble.kind}`)} />;
}
