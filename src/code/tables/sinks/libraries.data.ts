import type { SinkRow } from './sink-row.js';

/*
 * Calls of libraries for Node beside those of sinks.data.ts. Names: nodejs.org/api/fs, npmjs.com pages of jsonpath-plus, tar, lodash,
 * lodash.template; github.com/nodeca/js-yaml, CHANGELOG: until 4.0.0 `load` took `!!js/function` unless told a schema without it
 * (3.13.1, 3.14.1: "already unsafe"). Left out, since they look at the names of entries themselves: unzipper,
 * extract-zip, tar without `preservePaths`; and `set` of lodash, which passes names of prototypes over since 4.17.20. 2026-11-27.
 */
export const libraryCalls: readonly SinkRow[] = [
  {
    danger: 'code',
    of: /^jsonpath-plus$/,
    names: ['JSONPath'],
    argument: 0,
    fields: ['path'],
    confidence: 'medium',
    unless: ['eval', false],
  },
  {
    danger: 'path',
    of: /^(?:fs|fs\/promises|fs\.promises|fs-extra|graceful-fs)$/,
    names:
      'rename renameSync copyFile copyFileSync cp cpSync link linkSync symlink symlinkSync copy copySync move moveSync'.split(
        ' ',
      ),
    argument: 1,
  },
  {
    danger: 'path',
    of: /^tar$/,
    names: ['x', 'extract', 't', 'list'],
    argument: 0,
    fields: ['cwd', 'C', 'file', 'f'],
  },
  { danger: 'template', of: /^$/, names: ['lodash.template'], argument: 0 },
  {
    danger: 'deserialise',
    of: /^js-yaml$/,
    names: ['load', 'loadAll'],
    argument: 0,
    with: /^js-yaml\.DEFAULT_FULL_SCHEMA$/,
    detail: 'functions',
  },
  // Until 4.0.0 what is not told otherwise makes functions.
  { danger: 'deserialise', of: /^js-yaml$/, names: ['load', 'loadAll'], argument: 0, without: /^js-yaml\.\w+_SCHEMA$/ },
];
