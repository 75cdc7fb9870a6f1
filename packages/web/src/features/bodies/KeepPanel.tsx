import { useMessages } from '../../i18n/use-messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import { type Body, vacantVoting } from './body.ts';
import type { Asked } from './keeping.ts';

/** What its keepers may do now with the body as a whole; what concerns one seat stands beside that seat. */
export default function KeepPanel({ body, onAsk }: { body: Body; onAsk: (asked: Asked) => void }) {
  const say = useMessages('bodies');
  const { id, termsEnded, seats, rosterCertifiedAt, viewerCan: can } = body;
  const ready = can.certifyRoster && !rosterCertifiedAt && seats.length > 0 && vacantVoting(seats) === 0;
  return (
    <Card as="section" aria-labelledby="keep">
      <Stack gap={4}>
        <div>
          <h2 id="keep">{say('bodies.keep.title')}</h2>
          <p className={css['small']}>{say('bodies.keep.lead')}</p>
        </div>
        {termsEnded && can.keep && <p>{say('bodies.keep.termsEnded')}</p>}
        {ready && <p>{say('bodies.keep.certifyNext')}</p>}
        <Row>
          {can.keep && termsEnded && <Button onClick={() => onAsk({ act: 'ROLL_OVER' })}>{say('bodies.keep.rollOver')}</Button>}
          {can.certifyRoster && <Button kind={ready && !termsEnded ? 'primary' : 'secondary'} onClick={() => onAsk({ act: 'CERTIFY' })}>{say('bodies.keep.certify')}</Button>}
          {can.keep && (
            <>
              <Button kind="secondary" onClick={() => onAsk({ act: 'OFFICE' })}>{say('bodies.keep.office')}</Button>
              <Button kind="secondary" onClick={() => onAsk({ act: 'ADD' })}>{say('bodies.keep.addSeats')}</Button>
              <Link href={`/bodies/${id}/bylaws`} className={buttonClass('secondary')}>{say('bodies.keep.bylaws')}</Link>
              <Link href={`/bodies/${id}/edit`} className={buttonClass('secondary')}>{say('bodies.keep.edit')}</Link>
              <Button kind="quiet" onClick={() => onAsk({ act: 'CLOSE' })}>{say('bodies.keep.close')}</Button>
            </>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
