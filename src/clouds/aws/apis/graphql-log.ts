import type { Api } from '../../../model/api.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { flag, target, words } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { property, setting } from '../mapping.js';
import type { Declared } from '../template.js';

type Log = Pick<Api, 'accessLog' | 'executionLog' | 'dataTrace'>;

const level = words({ NONE: 'off', ERROR: 'error', INFO: 'info', DEBUG: 'info', ALL: 'info' } as const);

/** What an AppSync API logs: its requests where it has a role to write with, and its fields. */
export function logOf(declared: Declared): Log {
  const isSam = declared.type === 'AWS::Serverless::GraphQLApi';
  const key = isSam ? 'Logging' : 'LogConfig';
  const read: Log = {
    accessLog: unwritable(setting(declared, [key, 'CloudWatchLogsRoleArn'], target)),
    executionLog: setting(declared, [key, 'FieldLogLevel'], level),
    dataTrace: verbose(declared, key),
  };
  return isSam ? withDefaults(declared, read) : read;
}

/** SAM makes the role and logs every field, unless it is told `Logging: false`. */
function withDefaults(declared: Declared, read: Log): Log {
  const written = property(declared, 'Logging');
  if (written?.kind === 'scalar' && flag.read(written) === false) {
    const none = { kind: 'absent', at: written.at, write: () => undefined } as const;
    return { accessLog: none, executionLog: none, dataTrace: none };
  }
  return {
    ...read,
    accessLog: read.accessLog.kind === 'absent' ? fixed(`${declared.id}CloudWatchRole`, declared.at) : read.accessLog,
    executionLog: read.executionLog.kind === 'absent' ? fixed('info', declared.at) : read.executionLog,
  };
}

/** Headers, contexts and mapping templates are logged unless they are excluded. */
function verbose(declared: Declared, key: string): Setting<boolean> {
  const inverted = {
    read: (value: Parameters<typeof flag.read>[0]) => negated(flag.read(value)),
    write: (on: boolean) => !on,
  };
  return setting(declared, [key, 'ExcludeVerboseContent'], inverted);
}

function negated(read: boolean | undefined): boolean | undefined {
  return read === undefined ? undefined : !read;
}
