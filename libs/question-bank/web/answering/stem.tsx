import { stemBlocks, type QuestionMedia, type StemBlock, type StemInline } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import { Fragment, useMemo, type ReactNode } from 'react';
import styles from './answering.module.css';
import { phrases } from './phrases.js';

export interface StemProps {
  readonly stem: string;
  /** What stands in the place of a blank; a numbered gap where nothing is given. */
  readonly blank?: ((index: number) => ReactNode) | undefined;
  /** Values drawn for this attempt; a name without one is shown as a name. */
  readonly values?: Readonly<Record<string, number | string>> | undefined;
}

function Pieces({ pieces, blank, values }: { readonly pieces: readonly StemInline[] } & Omit<StemProps, 'stem'>): ReactNode {
  return pieces.map((piece, at) => {
    if (piece.kind === 'blank') return <Fragment key={at}>{blank?.(piece.index) ?? <span className={styles['gap']}>{piece.index + 1}</span>}</Fragment>;
    if (piece.kind === 'strong') return <strong key={at}>{piece.text}</strong>;
    if (piece.kind === 'text') return <Fragment key={at}>{piece.text}</Fragment>;
    const drawn = values?.[piece.text];
    return drawn === undefined ? <code key={at} className={styles['variable']}>{piece.text}</code> : <strong key={at}>{drawn}</strong>;
  });
}

function Block({ block, ...rest }: { readonly block: StemBlock } & Omit<StemProps, 'stem'>): ReactNode {
  const show = (pieces: readonly StemInline[]): ReactNode => <Pieces pieces={pieces} {...rest} />;
  if (block.kind === 'list') return <ul className={styles['bullets']}>{block.items.map((item, at) => <li key={at}>{show(item)}</li>)}</ul>;
  if (block.kind === 'table')
    return (
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>{block.head.map((cell, at) => <th key={at} scope="col">{show(cell)}</th>)}</tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}>{show(cell)}</td>)}</tr>)}
          </tbody>
        </table>
      </div>
    );
  return (
    <p>
      {block.lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {show(line)}
        </Fragment>
      ))}
    </p>
  );
}

/** What a question asks, with its blanks in their places. */
export function Stem({ stem, blank, values }: StemProps): ReactNode {
  const blocks = useMemo(() => stemBlocks(stem), [stem]);
  return blocks.map((block, at) => <Block key={at} block={block} blank={blank} values={values} />);
}

interface MediaProps {
  readonly media: readonly QuestionMedia[];
  /** Where a file is served to this reader; without it the description stands for the file. */
  readonly addressOf?: ((media: QuestionMedia) => string) | undefined;
}

/** Pictures and recordings of a stem. */
export function Media({ media, addressOf }: MediaProps): ReactNode {
  const t = usePhrases(phrases);
  return media.map((item) => (
    <figure key={item.fileId} className={styles['media']}>
      {addressOf && item.kind === 'image' && <img src={addressOf(item)} alt={item.description} />}
      {addressOf && item.kind === 'audio' && <audio controls preload="metadata" src={addressOf(item)} aria-label={item.description || t('recording')} />}
      {(!addressOf || item.kind === 'audio') && item.description && <figcaption>{item.description}</figcaption>}
    </figure>
  ));
}
