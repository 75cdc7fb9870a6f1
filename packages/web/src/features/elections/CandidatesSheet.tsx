import { useMessages } from '../../i18n/use-messages.ts';
import { Sheets } from './Sheet.tsx';
import css from './Sheets.module.css';
import { type ElectionShown, standing } from './view.ts';

/** Who stands and what they say, for a wall or a table; students as a number unless the school's own people print it. */
export function CandidatesSheet({ election }: { election: ElectionShown }) {
  const title = useMessages('elections')('sheet.title');
  return (
    <Sheets election={election} title={title}>
      {({ say, core, text, locale }) => (
        <>
          <p className={css['small']}>{say('sheet.title')}</p>
          <h2>{text(election.title)}</h2>
          {election.constituencies.map((group) => (
            <section key={group.constituency} className={css['lines']}>
              <h3>{say('candidates.of', { group: core(`constituency.${group.constituency}`), seats: group.seats })}</h3>
              {standing(group).length === 0 && <p>{say('candidates.none')}</p>}
              {standing(group).map(({ id, name, number, statement }) => {
                const said = text(statement);
                const written = statement.find((each) => each.text === said)?.locale;
                return (
                  <div key={id} className={css['candidate']}>
                    <strong>{name ?? say('student', { number })}</strong>
                    {said && <p className={css['statement']} lang={written === locale ? undefined : written}>{said}</p>}
                  </div>
                );
              })}
            </section>
          ))}
          {election.orderSeed && <p className={css['small']}>{say('candidates.order')}</p>}
        </>
      )}
    </Sheets>
  );
}
