import type { ReactNode } from 'react';
import css from './Table.module.css';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand under one another at the end of their cells. */
  number?: boolean;
}

interface TableProps<Row> {
  caption: ReactNode;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table that becomes one card per row on a narrow screen. The first column names its row. */
export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // The roles are said again, because laying a table out as cards makes browsers forget them.
    <table className={css['table']} role="table">
      <caption className={hideCaption ? css['hidden'] : css['caption']}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column) => <th key={column.key} role="columnheader" scope="col" className={column.number ? css['number'] : undefined}>{column.head}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => {
              const content = <><span className={css['label']} aria-hidden="true">{column.head}</span><span>{column.cell(row)}</span></>;
              return index === 0
                ? <th key={column.key} role="rowheader" scope="row">{column.cell(row)}</th>
                : <td key={column.key} role="cell" className={column.number ? css['number'] : undefined}>{content}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
