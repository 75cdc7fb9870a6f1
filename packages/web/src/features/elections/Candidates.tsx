import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import css from './Elections.module.css';
import { useCandidateName, useGroupTitle } from './names.ts';
import { StatementText } from './StatementText.tsx';
import { TranslateForm } from './TranslateForm.tsx';
import { type ElectionShown, type Group, type Nomination, standing } from './view.ts';

interface CandidatesProps { election: ElectionShown; onChanged: () => void }

/** Who stands for each group's seats, with what they say in the reader's language. */
export function Candidates({ election, onChanged }: CandidatesProps) {
  const say = useMessages('elections');
  const known = election.constituencies.some(({ nominations }) => nominations.length > 0);
  if (election.state === 'SCHEDULED' || (election.state === 'NOTICED' && !known)) return <Seats election={election} />;
  const hidden = election.constituencies.some((group) => standing(group).some(({ name }) => name === null));
  return (
    <Section title={say('candidates')}>
      <Stack gap={6}>
        {election.constituencies.map((group) => <CandidatesOf key={group.constituency} group={group} election={election} onChanged={onChanged} />)}
        {hidden && <p className={css['small']}>{say('studentWhy')}</p>}
        {election.orderSeed && (
          <div>
            <p className={css['small']}>{say('candidates.order')}</p>
            <p className={css['code']}>{say('candidates.seed', { seed: election.orderSeed })}</p>
          </div>
        )}
      </Stack>
    </Section>
  );
}

/** Before anybody can stand: which seats there are. */
function Seats({ election }: { election: ElectionShown }) {
  const say = useMessages('elections');
  const title = useGroupTitle();
  return (
    <Section title={say('seats')}>
      <ul className={css['lines']}>
        {election.constituencies.map((group) => <li key={group.constituency}><strong>{title(group)}</strong><br /><span className={css['note']}>{say(`method.${group.method}`)}</span></li>)}
      </ul>
    </Section>
  );
}

function CandidatesOf({ group, election, onChanged }: { group: Group } & CandidatesProps) {
  const say = useMessages('elections');
  const title = useGroupTitle();
  const stand = standing(group);
  const missing = group.seats - stand.length;
  const open = election.state === 'NOTICED' || election.state === 'NOMINATING';
  return (
    <section className={css['group']} aria-label={title(group)}>
      <h3>{title(group)}</h3>
      <p className={css['small']}>{say(`method.${group.method}`)}</p>
      {stand.length === 0 && <p className={css['note']}>{say(open ? 'candidates.none' : 'candidates.noneOver')}</p>}
      {open && stand.length > 0 && missing > 0 && <p className={css['note']}>{say('candidates.few', { missing })}</p>}
      <Stack as="ul" gap={3}>
        {group.nominations.map((nomination) => <Candidate key={nomination.id} nomination={nomination} election={election} onChanged={onChanged} />)}
      </Stack>
    </section>
  );
}

function Candidate({ nomination, election, onChanged }: { nomination: Nomination } & CandidatesProps) {
  const say = useMessages('elections');
  const name = useCandidateName();
  const { state, statement, mine, employed, viewerCan } = nomination;
  return (
    <Card as="li" className={css['candidate']}>
      <p className={css['candidateName']}>
        <strong>{name(nomination)}</strong>
        {mine && <Badge kind="live">{say('you')}</Badge>}
        {state === 'PROPOSED' && <Badge kind="warn">{say('waits')}</Badge>}
        {state === 'DECLINED' && <Badge>{say('declined')}</Badge>}
        {state === 'WITHDRAWN' && <Badge>{say('steppedBack')}</Badge>}
      </p>
      {employed && <p className={css['small']}>{say('employedWarning')}</p>}
      {state === 'ACCEPTED' && (nomination.name !== null || statement.length > 0) && <StatementText statement={statement} />}
      {viewerCan.translate && <TranslateForm nomination={nomination} election={election} onChanged={onChanged} />}
    </Card>
  );
}
