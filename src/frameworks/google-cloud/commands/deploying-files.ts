import { mapGoogle } from '../../../clouds/google/google-model.js';
import { emptyModel } from '../../../clouds/plain/empty-model.js';
import { tracingBy } from '../../../clouds/plain/telemetry.js';
import type { Files } from '../../../model/files.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Model } from '../../../model/model.js';
import { folderOf } from '../../../model/path.js';
import { noSign, notOurs } from '../../files/not-ours.js';
import { openTextFiles, type TextFiles } from '../../files/text-files.js';
import { unreadStack } from '../../files/unread-stack.js';
import type { Answer, Framework } from '../../framework.js';
import { documentsOf, withFronts } from '../gateway-fronts.js';
import { buildFiles } from '../recognition.js';
import { withCode } from './command-code.js';
import { commandStack } from './command-resources.js';
import { variablesOf } from './command-variables.js';
import type { DeployCommand } from './deploy-command.js';
import { deploymentsIn } from './deployments.js';

/** Cloud Build, workflows of GitHub and scripts: they deploy functions and services by the command line's own flags. */
export const googleBuild: Framework = {
  ...buildFiles,
  unreadAs: 'google-cloud',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  if (!buildFiles.mayStart(entry, files)) return noSign;
  const text = files.read(entry) ?? '';
  const texts = openTextFiles(files);
  const isScript = /\.(?:sh|bash)$/i.test(entry);
  const root = isScript ? undefined : texts.read(entry)?.documents?.[0];
  const reading = { writer: texts.writer, unresolved: [] };
  const { commands, lists } = deploymentsIn({ path: entry, text, root, isScript, reading });
  if (!isScript && root === undefined && texts.notices.length > 0) {
    return unreadStack('google-cloud', entry, texts.notices);
  }
  const distinct = new Map(commands.map((command) => [command.name, command]));
  if (distinct.size === 0) return notOurs('it deploys no function or service', texts.notices);
  const { functions, roles, resourcePolicies, apis, routes } = mapGoogle(commandStack([...distinct.values()], lists));
  const model: Model = {
    ...emptyModel('google-cloud', entry),
    functions: functions.map((fn) => {
      const command = distinct.get(fn.id);
      return withCode(withVariables(fn, command, { entry, texts }), command, { entry, text, files });
    }),
    ...{ roles, resourcePolicies, apis, routes },
    unresolved: reading.unresolved,
  };
  const fronted = withFronts(model, folderOf(entry), files);
  const ignoring = model.functions.flatMap(({ codeRoot, ignoreFile }) =>
    codeRoot === undefined || ignoreFile === undefined
      ? []
      : [codeRoot === '.' ? ignoreFile : `${codeRoot}/${ignoreFile}`],
  );
  const read = [...new Set([entry, ...texts.paths, ...documentsOf(fronted), ...ignoring])].filter(
    (path) => files.read(path) !== undefined,
  );
  const codeRoots = [...new Set(fronted.functions.flatMap(({ codeRoot }) => codeRoot ?? []))];
  return { kind: 'stack', model: fronted, files: read, codeRoots, notices: texts.notices, suppressions: [] };
}

interface Place {
  readonly entry: string;
  readonly texts: TextFiles;
}

/** A command lists its variables within one word, or names a file of them; others may have been set before. */
function withVariables(
  fn: ServerlessFunction,
  command: DeployCommand | undefined,
  { entry, texts }: Place,
): ServerlessFunction {
  const environment = command === undefined ? [] : variablesOf(command, entry, texts);
  return { ...fn, environment, environmentOpen: true, tracing: tracingBy(environment, fn.at) };
}
