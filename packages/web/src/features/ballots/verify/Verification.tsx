import { useMessages } from '../../../i18n/use-messages.ts';
import { canDerive } from '../../../shell/slip-link.ts';
import { toast } from '../../../ui/announce.tsx';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Row, Stack } from '../../../ui/Page.tsx';
import type { Ballot } from '../ballot.ts';
import { CheckMine } from './CheckMine.tsx';
import { RecountAll } from './RecountAll.tsx';
import css from './Verification.module.css';

/** Below the result of a secret ballot: one's own vote looked up, everything recounted, the votes as a file. */
export default function Verification({ ballot }: { ballot: Ballot }) {
  const say = useMessages('verify');
  const vote = useMessages('vote');
  const address = `/ballot/bundle/${ballot.id}`;
  const command = `pnpm --silent recount ${ballot.id}.ndjson`;
  const copy = () => void navigator.clipboard.writeText(command).then(() => toast(say('files.copied')), () => toast(say('files.notCopied')));
  return (
    <Card as="section" aria-labelledby="verify" className={css['card']}>
      <Stack gap={5}>
        <div>
          <h2 id="verify" className={css['title']}>{say('title')}</h2>
          <p>{say('lead')} <Link href="/secret">{vote('means.page')}</Link></p>
        </div>
        {canDerive()
          ? <>
              <CheckMine ballot={ballot} address={address} />
              <RecountAll ballot={ballot} address={address} />
            </>
          : <Notice kind="warn"><p>{say('all.unsafe')}</p></Notice>}
        <div className={css['part']}>
          <h3 className={css['h3']}>{say('files.title')}</h3>
          <p>{say('files.command')}</p>
          <pre className={css['command']} translate="no"><code>{command}</code></pre>
          <Row>
            <a className={buttonClass('secondary')} href={address} download={`${ballot.id}.ndjson`}>{say('files.download')}</a>
            <Button kind="quiet" onClick={copy}>{say('files.copy')}</Button>
          </Row>
        </div>
      </Stack>
    </Card>
  );
}
