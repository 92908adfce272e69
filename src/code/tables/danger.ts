/** What text can do at a sink. */
export type Danger =
  | 'code'
  | 'command'
  | 'sql'
  | 'query'
  | 'item'
  | 'path'
  | 'html'
  | 'redirect'
  /** It ends a header of an answer, and begins another. */
  | 'header'
  /** Browsers let the site read the answer that is named there. */
  | 'origin'
  | 'url'
  | 'deserialise'
  | 'xml'
  | 'merge'
  | 'template'
  | 'resource'
  /** The object of a store that is meant. */
  | 'object'
  | 'log'
  | 'error'
  | 'tls'
  /** It becomes part of what a model is told to do. */
  | 'prompt'
  /** Text of others stands inside a line of a log. */
  | 'log line'
  /** A token is read and not verified, or less than it should be. */
  | 'token'
  /** An address without TLS is called. */
  | 'cleartext'
  /** A body is used, and nothing looks at what is in it. */
  | 'input'
  /** It stays where the next call finds it. */
  | 'state'
  /** An error ends here, and nobody hears of it. */
  | 'swallow'
  /** Work is started that nothing waits for. */
  | 'dropped'
  /** It is put into a store of the cloud, where another function may find it. */
  | 'stored';

/** What is worth telling of text that took the way through a store. */
export const storedDangers: ReadonlySet<Danger> = new Set<Danger>([
  'code',
  'command',
  'sql',
  'path',
  'html',
  'url',
  'deserialise',
  'xml',
  'template',
]);

/** What only an object can do, or a name that is not one of a few: a schema's field types are enough against it. */
export const shapeDangers: ReadonlySet<Danger> = new Set<Danger>([
  'query',
  'item',
  'merge',
  'resource',
  'object',
  'code',
  'log',
]);
