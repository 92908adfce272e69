import type { Api, Auth, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { folderOf } from '../../model/path.js';
import { absent, fixed, type Setting, unknown } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { emptyModel } from '../reading/empty-model.js';
import { frontApi, frontRoute } from '../reading/front.js';
import { plainFunction } from '../reading/plain-function.js';
import { tracingBy } from '../reading/telemetry.js';
import { openTextFiles } from '../reading/text-files.js';
import { unreadStack } from '../reading/unread-stack.js';
import { type DeployCommand, flagSetting, pairsOf, switchOf } from './deploy-command.js';
import { deploymentsIn } from './deployments.js';
import { documentsOf, withFronts } from './fronts.js';
import { openedIn } from './invokers.js';

const deploying = /(^|\/)cloudbuild[^/]*\.(?:ya?ml|json)$|(^|\/)\.github\/workflows\/[^/]+\.ya?ml$|\.(?:sh|bash)$/i;

/** Cloud Build, workflows of GitHub and scripts: they deploy functions and services by the command line's own flags. */
export const googleBuild: Framework = {
  name: 'google-build',
  entryOf: (path) => (deploying.test(path) ? path : undefined),
  parse: parseStack,
};

const sign = /\bgcloud\b|google-github-actions\/deploy-cloudrun@/;

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry) ?? '';
  if (!sign.test(text)) return undefined;
  const texts = openTextFiles(files);
  const isScript = /\.(?:sh|bash)$/i.test(entry);
  const root = isScript ? undefined : texts.read(entry)?.documents?.[0];
  const reading = { writer: texts.writer, unresolved: [] };
  const { commands, lists } = deploymentsIn({ path: entry, text, root, isScript, reading });
  const opened = openedIn(lists);
  const distinct = [...new Map(commands.map((command) => [command.name, command])).values()];
  const served = distinct.filter(isServed);
  if (!isScript && root === undefined && texts.notices.length > 0) {
    return unreadStack('google-cloud', entry, texts.notices);
  }
  if (distinct.length === 0) return undefined;
  const model: Model = {
    ...emptyModel('google-cloud', entry),
    functions: distinct.map(functionOf),
    apis: served.map(apiOf),
    routes: served.map((command) => routeOf(command, opened.get(command.name))),
    unresolved: reading.unresolved,
  };
  const fronted = withFronts(model, folderOf(entry), files);
  const read = [entry, ...documentsOf(fronted)];
  return { model: fronted, files: read, codeRoots: [], notices: texts.notices, suppressions: [] };
}

/** Services answer requests, functions only if they are told to. */
function isServed(command: DeployCommand): boolean {
  return command.product === 'run' || switchOf(command, '--trigger-http') !== undefined;
}

function resourceOf({ name, at, list, product }: DeployCommand) {
  return { id: name, type: `gcloud ${product} deploy`, at, whole: list.at };
}

function functionOf(command: DeployCommand): ServerlessFunction {
  const { at, product } = command;
  const pairs = ['--set-env-vars', '--update-env-vars'].flatMap((flag) => pairsOf(command, flag));
  const environment = pairs.map(([name, value, nameAt]) => ({
    name,
    nameAt,
    value: fixed<string>(value, nameAt),
  }));
  const account = flagSetting(command, '--service-account', (written) => written);
  return plainFunction({
    ...resourceOf(command),
    provider: 'google',
    runtime: flagSetting(command, '--runtime', (written) => written),
    packaging: product === 'run' ? 'image' : 'zip',
    role: account.kind === 'absent' ? absent(at) : unknown(account.at, 'service account elsewhere'),
    environment,
    environmentOpen: true,
    concurrency: flagSetting(command, '--max-instances', (written) => (/^\d+$/.test(written) ? +written : undefined)),
    tracing: tracingBy(environment, at),
  });
}

function apiOf(command: DeployCommand): Api {
  const { name, product } = command;
  const flag = product === 'run' ? '--ingress' : '--ingress-settings';
  const visibility = flagSetting(command, flag, (written) => (written === 'all' ? 'public' : 'private'));
  const api = product === 'run' ? 'cloud-run' : 'cloud-function';
  return frontApi({ resource: { ...resourceOf(command), id: `${product}/${name}` }, api, visibility });
}

function routeOf(command: DeployCommand, opened: Span | undefined): Route {
  const id = `${command.product}/${command.name}`;
  return frontRoute(
    { ...resourceOf(command), id: `${id} ANY /` },
    id,
    command.name,
    opened === undefined ? invokersOf(command) : fixed({ kind: 'none' }, opened),
  );
}

/** The platform asks callers for an identity unless the command says otherwise; invokers can be bound elsewhere. */
function invokersOf(command: DeployCommand): Setting<Auth> {
  const open = switchOf(command, '--allow-unauthenticated');
  const closed = switchOf(command, '--no-allow-unauthenticated');
  if (closed !== undefined) return fixed({ kind: 'iam' }, closed.at);
  if (open === undefined) return unknown(command.at, 'invokers are bound elsewhere');
  return {
    kind: 'known',
    value: { kind: 'none' },
    at: open.at,
    confidence: 'high',
    write: ({ kind }) =>
      kind === 'iam' ? command.reading.writer.replace(open, '--no-allow-unauthenticated') : undefined,
  };
}
