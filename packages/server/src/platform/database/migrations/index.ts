import { Foundation } from './0001-foundation.ts';
import { SecretBallots } from './0002-secret-ballots.ts';
import { OpenRounds } from './0003-open-rounds.ts';
import { Elections } from './0004-elections.ts';
import { PrintedBallots } from './0005-printed-ballots.ts';
import { Bodies } from './0006-bodies.ts';
import { Meetings } from './0007-meetings.ts';
import { Sittings } from './0008-sittings.ts';
import { Papers } from './0009-papers.ts';
import { Attending } from './0010-attending.ts';
import { Messages } from './0011-messages.ts';
import { Motions } from './0012-motions.ts';
import { Minutes } from './0013-minutes.ts';
import { Remedies } from './0014-remedies.ts';
import { Records } from './0015-records.ts';
import { LatestDecisions } from './0016-latest-decisions.ts';
import { CorrectionsTakenBack } from './0017-corrections-taken-back.ts';
import { OfficersInTurn } from './0018-officers-in-turn.ts';

/** In order; a name once released never changes. */
export const migrations = [
  { name: '0001-foundation', class: Foundation },
  { name: '0002-secret-ballots', class: SecretBallots },
  { name: '0003-open-rounds', class: OpenRounds },
  { name: '0004-elections', class: Elections },
  { name: '0005-printed-ballots', class: PrintedBallots },
  { name: '0006-bodies', class: Bodies },
  { name: '0007-meetings', class: Meetings },
  { name: '0008-sittings', class: Sittings },
  { name: '0009-papers', class: Papers },
  { name: '0010-attending', class: Attending },
  { name: '0011-messages', class: Messages },
  { name: '0012-motions', class: Motions },
  { name: '0013-minutes', class: Minutes },
  { name: '0014-remedies', class: Remedies },
  { name: '0015-records', class: Records },
  { name: '0016-latest-decisions', class: LatestDecisions },
  { name: '0017-corrections-taken-back', class: CorrectionsTakenBack },
  { name: '0018-officers-in-turn', class: OfficersInTurn },
];
