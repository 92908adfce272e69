import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { EnvironmentVariable } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { fixed } from '../../../model/setting.js';
import type { TextFiles } from '../../files/text-files.js';
import { type DeployCommand, pairsOf, wordOf } from './deploy-command.js';

/** The variables that a command lists, and those of the file that it names, beside its own file or below the root. */
export function variablesOf(command: DeployCommand, entry: string, texts: TextFiles): readonly EnvironmentVariable[] {
  const listed = ['--set-env-vars', '--update-env-vars'].flatMap((flag) => pairsOf(command, flag));
  const file = wordOf(command, '--env-vars-file') ?? '';
  const read = /\.(?:ya?ml|json)$/i.test(file)
    ? [folderOf(entry), ''].flatMap((folder) => mapIn(folder, file, texts))
    : [];
  const reading = { writer: texts.writer, unresolved: [] };
  return [
    ...listed.map(({ name, value, at, confidence }) => {
      return { name, nameAt: at, value: { ...fixed<string>(value, at), confidence } };
    }),
    ...(read[0]?.entries ?? []).map(({ key, keyAt, value }) => {
      return {
        name: key,
        nameAt: keyAt,
        value: settingOf<string, string>({ map: value, at: keyAt, reading }, [], text),
      };
    }),
  ];
}

function mapIn(folder: string, file: string, texts: TextFiles) {
  const located = localPath(folder, file);
  const root = typeof located === 'object' ? texts.read(located.path)?.documents?.[0] : undefined;
  return root?.kind === 'map' ? [root] : [];
}
