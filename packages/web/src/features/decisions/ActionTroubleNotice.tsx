import { faultCode } from '../../apollo/faults.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { withLabels } from '../../lib/student-names.ts';
import { NamesNotice } from '../../shell/NamesNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-action.ts';

interface ActionTroubleProps {
  trouble: Trouble;
  /** The words that were sent, where they may name students. */
  text?: string;
  /** Sends them again: in other words, or as they are. */
  onAgain?: (text: string, keepNames: boolean) => void;
}

export function ActionTroubleNotice({ trouble, text = '', onAgain }: ActionTroubleProps) {
  const core = useMessages();
  const say = useMessages('decisions');
  if (trouble.kind === 'NAMED' && onAgain) {
    const { named } = trouble;
    return <NamesNotice named={named} typed={({ start, end }) => text.slice(start, end)} onReplace={(labelled) => onAgain(withLabels(text, labelled), false)} onKeep={() => onAgain(text, true)} />;
  }
  return <Notice kind="danger" live="assertive" title={trouble.kind === 'FAILED' ? core(`fault.${faultCode(trouble.fault)}`) : say(`actions.trouble.${trouble.kind === 'NAMED' ? 'FAULTY' : trouble.kind}`)} />;
}
