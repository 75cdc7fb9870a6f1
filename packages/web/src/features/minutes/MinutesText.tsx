import { Fragment, type ReactNode } from 'react';
import { LocalText, pickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import css from './Minutes.module.css';
import { type Block, type FoundName, type Line, nameKey } from './minutes.ts';

interface MinutesTextProps {
  blocks: readonly Block[];
  /** Students named in it, to be marked. */
  found?: readonly FoundName[];
  /** What stands beside a block for whoever may do something with it. */
  tools?: ((block: Block) => ReactNode) | undefined;
}

/** Minutes as a document: headings, sentences, lists of who was there and who voted how. */
export function MinutesText({ blocks, found = [], tools }: MinutesTextProps) {
  return (
    <div className={css['text']}>
      {blocks.map((block) => (
        <div key={block.id} id={`block-${block.id}`} className={css['block']} data-kind={block.kind}>
          <BlockText block={block} found={found.filter(({ blockId }) => blockId === block.id)} />
          {tools?.(block)}
        </div>
      ))}
    </div>
  );
}

function BlockText({ block, found }: { block: Block; found: readonly FoundName[] }) {
  const { kind, level, text, lines } = block;
  if (kind === 'HEADING') {
    const Heading = level <= 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
    return <Heading className={css[Heading]}><LocalText of={text} /></Heading>;
  }
  return (
    <>
      {kind === 'NOTES' ? <Notes text={text} found={found} /> : text.length > 0 && <p className={css['said']}><Marked text={text} found={found} /></p>}
      {lines.length > 0 && <ul className={css['lines']}>{lines.map((line, at) => <li key={at}><Words line={line} /></li>)}</ul>}
    </>
  );
}

const Words = ({ line: { text, detail } }: { line: Line }) => <><span><LocalText of={text} /></span>{detail.some((each) => each.text !== '') && <span className={css['detail']}><LocalText of={detail} /></span>}</>;

/** As they were written; under them the other languages that somebody put them into, where the reader's own is not among them. */
function Notes({ text, found }: { text: Block['text']; found: readonly FoundName[] }) {
  return <div className={css['notes']}><p className={css['said']}><Marked text={text} found={found} /></p></div>;
}

function Marked({ text, found }: { text: Block['text']; found: readonly FoundName[] }) {
  const locale = useLocale();
  const said = pickText(text, locale);
  if (!said) return null;
  const here = found.filter(({ language }) => language === said.locale).toSorted((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const name of here) {
    parts.push(<Fragment key={`before ${nameKey(name)}`}>{said.text.slice(from, name.start)}</Fragment>, <mark key={nameKey(name)} id={`name-${nameKey(name)}`}>{said.text.slice(name.start, name.end)}</mark>);
    from = name.end;
  }
  parts.push(<Fragment key="rest">{said.text.slice(from)}</Fragment>);
  return said.locale === locale ? parts : <span lang={said.locale}>{parts}</span>;
}
