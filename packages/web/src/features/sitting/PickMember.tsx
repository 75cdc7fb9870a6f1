import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { isHere, type Member } from './sitting.ts';
import { useNames } from './words.ts';

interface PickMemberProps {
  title: string;
  /** Who may be picked; by default whoever is present. */
  among?: (member: Member) => boolean;
  onPick: (member: Member) => void;
  onClose: () => void;
}

/** One member, with one press. */
export function PickMember({ title, among = isHere, onPick, onClose }: PickMemberProps) {
  const core = useMessages();
  const say = useMessages('sitting');
  const { sitting } = useRoom();
  const { name } = useNames();
  const members = sitting.members.filter(among);
  return (
    <Dialog open title={title} closeLabel={core('cancel')} onClose={onClose}>
      {members.length === 0 ? <p>{say('room.pick.none')}</p> : (
        <ul className={css['picks']}>
          {members.map((member) => <li key={member.id}><Button kind="secondary" wide onClick={() => { onPick(member); onClose(); }}>{name(member.id)}</Button></li>)}
        </ul>
      )}
    </Dialog>
  );
}
