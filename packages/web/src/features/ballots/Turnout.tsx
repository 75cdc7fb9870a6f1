import { useConnection } from '../../apollo/connection.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Card } from '../../ui/Card.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { Ballot } from './CastForm.tsx';
import css from './Turnout.module.css';
import { quorumNeeded } from './quorum-needed.ts';

/** How many took part, by constituency, with the line each must reach; moves by itself while the ballot is open. */
export function Turnout({ ballot }: { ballot: Ballot }) {
  const say = useMessages();
  const live = useConnection() === 'ONLINE';
  const { turnout, constituencies } = ballot;
  const words = (voted: number | null, roll: number) => (voted === null ? say(ballot.state === 'OPEN' ? 'turnout.few' : 'turnout.fewClosed') : say('turnout.voted', { voted, roll }));
  return (
    <Card as="section" aria-labelledby="turnout">
      <Stack gap={4}>
        <div className={css['head']}>
          <h2 id="turnout" className={css['title']}>{say('turnout.title')}</h2>
          {ballot.state === 'OPEN' && <span className={live ? css['live'] : css['stale']}>{say(live ? 'turnout.live' : 'turnout.notLive')}</span>}
        </div>
        <p className={css['sum']}>{words(turnout.voted, turnout.roll)}</p>
        {turnout.constituencies.length > 1 || constituencies.some(({ quorum }) => quorum.kind !== 'NONE') ? turnout.constituencies.map(({ constituency, roll, voted }) => {
          const quorum = constituencies.find((rule) => rule.constituency === constituency)?.quorum;
          const goal = quorum && quorumNeeded(quorum, roll);
          return (
            <div key={constituency}>
              <Meter label={say(`constituency.${constituency}`)} text={words(voted, roll)} value={voted} max={roll} goal={goal || undefined} />
              {goal ? <p className={css['goal']}>{say(voted !== null && voted >= goal ? 'turnout.quorumMet' : 'turnout.quorum', { needed: goal })}</p> : null}
            </div>
          );
        }) : null}
        <p className={css['why']}>{say('turnout.why')}</p>
      </Stack>
    </Card>
  );
}
