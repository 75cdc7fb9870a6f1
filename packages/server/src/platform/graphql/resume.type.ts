import { registerEnumType } from 'type-graphql';
import type { Delivery } from './shared.ts';

export const ResumeAnswerEnum = { LIVE: 'LIVE', REPLAYED: 'REPLAYED', RELOAD: 'RELOAD' } as const satisfies Record<Delivery['resume'], string>;
registerEnumType(ResumeAnswerEnum, {
  name: 'ResumeAnswer',
  description: 'How a delivery stands to what was missed.',
  valuesConfig: {
    LIVE: { description: 'It happened now, or is the state of things at the start.' },
    REPLAYED: { description: 'It happened since the cursor that was sent with the operation.' },
    RELOAD: { description: 'Too much was missed to tell: read everything afresh.' },
  },
});
