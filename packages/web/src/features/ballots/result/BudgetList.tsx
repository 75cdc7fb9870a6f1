import { useMessages } from '../../../i18n/use-messages.ts';
import { useMoney } from '../../../i18n/use-money.ts';
import { Stack } from '../../../ui/Page.tsx';
import { PortionBar } from '../../../ui/PortionBar.tsx';
import type { Ballot } from '../CastForm.tsx';
import { OptionLabel } from '../option-label.tsx';
import css from '../ResultView.module.css';
import type { Budget } from './counted.ts';

type Decision = Budget['decisions'][number];

/** What the money pays for, in the order in which it was decided, and why the rest was not. */
export default function BudgetList({ ballot, budget, ballots }: { ballot: Ballot; budget: Budget; ballots: number | null }) {
  const say = useMessages('result');
  const money = useMoney();
  const { total, spent, decisions } = budget;
  const funded = decisions.filter((each) => each.funded);
  const rest = decisions.filter((each) => !each.funded);
  const optionOf = ({ option }: Decision) => ballot.options.find(({ id }) => id === option.id);
  const spentBefore = (at: number) => funded.slice(0, at).reduce((sum, { cost }) => sum + cost, 0);
  return (
    <Stack gap={4}>
      <h3 className={css['h3']}>{say('budget.title')}</h3>
      <p className={css['what']}>{say('budget.spent', { spent: money(spent), total: money(total), left: money(total - spent) })}</p>
      <How ballot={ballot} total={total} ballots={ballots} />
      {funded.length > 0 && <h4>{say('budget.funded')}</h4>}
      <ol className={css['projects']}>
        {funded.map((each, at) => {
          const option = optionOf(each);
          return (
            <li key={each.option.id} className={css['project']}>
              <span className={css['place']} aria-hidden="true">{at + 1}</span>
              <span className={css['what']}>{option && <OptionLabel option={option} />}</span>
              <span className={css['cost']}>{money(each.cost)}</span>
              <span className={css['bar']}><PortionBar whole={total} from={spentBefore(at)} size={each.cost} /></span>
              <span className={css['why']}><Why of={each} /></span>
            </li>
          );
        })}
      </ol>
      {rest.length > 0 && <h4>{say('budget.unfunded')}</h4>}
      <ul className={css['projects']}>
        {rest.map((each) => {
          const option = optionOf(each);
          return (
            <li key={each.option.id} className={css['project']}>
              <span className={css['place']} aria-hidden="true">–</span>
              <span className={css['what']}>{option && <OptionLabel option={option} />}</span>
              <span className={css['cost']}>{money(each.cost)}</span>
              <span className={css['why']}><Why of={each} /></span>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}

function How({ ballot: { method }, total, ballots }: { ballot: Ballot; total: number; ballots: number | null }) {
  const say = useMessages('result');
  const money = useMoney();
  if (method !== 'EQUAL_SHARES') return <p>{say('budget.how.BUDGET_GREEDY')}</p>;
  return <p>{say('budget.how.EQUAL_SHARES', { share: money(cents(ballots ? total / ballots : 0)) })}</p>;
}

/** Why a project is paid for, or not, with the numbers that decided it. */
function Why({ of: { by, votes, cost, payment, available, reason } }: { of: Decision }) {
  const say = useMessages('result');
  const money = useMoney();
  const had = cents(Number(available));
  const lacking = money(cents(cost - had));
  if (reason === 'NO_VOTES' || reason === 'NO_COST') return say(`budget.not.${reason}`);
  if (reason !== null) return say(`budget.not.${reason}`, { votes, available: money(had), lacking });
  if (by === 'VOTES') return say('budget.by.VOTES', { votes, available: money(had) });
  return by === 'LEFTOVER' ? say('budget.by.LEFTOVER', { votes }) : say('budget.by.EQUAL_SHARES', { votes, payment: money(cents(Number(payment))) });
}

/** Cut, as the count cuts: nobody is said to have paid or had more than is true. */
const cents = (amount: number): number => Math.floor(amount * 100 + 1e-6) / 100;
