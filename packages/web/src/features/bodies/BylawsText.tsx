import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import css from './Bodies.module.css';
import { type Body, type Bylaws, noon, todayIn } from './body.ts';
import { RULE_GROUPS, useBylawsWords } from './words.ts';

/** The bylaws in force as sentences, and every other version behind one press. */
export function BylawsText({ body: { bylaws, bylawsHistory, environment: { timeZone } } }: { body: Body }) {
  const say = useMessages('bodies');
  const others = bylawsHistory.filter(({ number }) => number !== bylaws.number);
  return (
    <div className={css['part']}>
      <Version bylaws={bylaws} timeZone={timeZone} />
      {others.length > 0 && (
        <details className={`${css['earlier']} ${css['screen']}`}>
          <summary>{say('bodies.bylaws.earlier', { count: others.length })}</summary>
          {others.map((each) => <div key={each.number}><Version bylaws={each} timeZone={timeZone} /></div>)}
        </details>
      )}
    </div>
  );
}

function Version({ bylaws: { number, adoptedOn, effectiveFrom, note, rules }, timeZone }: { bylaws: Bylaws; timeZone: string }) {
  const say = useMessages('bodies');
  const dates = useDates(timeZone);
  const words = useBylawsWords()(rules);
  const args = { number, adopted: dates.day(noon(adoptedOn)), since: dates.day(noon(effectiveFrom)) };
  return (
    <>
      <p className={css['note']}>
        {number === 1 ? say('bodies.bylaws.first', args) : say(effectiveFrom > todayIn(timeZone) ? 'bodies.bylaws.coming' : 'bodies.bylaws.version', args)}
        {note && <> {note}</>}
      </p>
      <div className={css['rules']}>
        {RULE_GROUPS.map((group) => (
          <div key={group}>
            <h3 className={css['h3']}>{say(`bodies.bylaws.group.${group}`)}</h3>
            <ul>{words[group].map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </div>
        ))}
      </div>
    </>
  );
}
