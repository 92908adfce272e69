/** PostgreSQL as the stores use it: the same statements run on the embedded and on the served one. */
export interface Sql {
  /** One statement; `Row` is what its columns are. */
  readonly query: <Row = unknown>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Several statements in one text, without values. */
  readonly script: (text: string) => Promise<void>;
}

export interface Database extends Sql {
  /** All of it or nothing. */
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** `embedded`: this process is the only one. `served`: others may share it. */
  readonly kind: 'embedded' | 'served';
  readonly close: () => Promise<void>;
}
