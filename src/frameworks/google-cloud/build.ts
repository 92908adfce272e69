import { emptyModel } from '../../clouds/plain/empty-model.js';
import { frontApi, frontRoute } from '../../clouds/plain/front.js';
import { plainFunction } from '../../clouds/plain/function.js';
import { tracingBy } from '../../clouds/plain/telemetry.js';
import type { Api, Auth, Route } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { folderOf } from '../../model/path.js';
import { absent, fixed, type Setting, unknown } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import { openTextFiles } from '../files/text-files.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Framework, ParsedStack } from '../framework.js';
import { bindingsIn, openedBy, policiesBy, rolesBy } from './bindings.js';
import { type DeployCommand, flagSetting, switchOf, wordOf } from './deploy-command.js';
import { deploymentsIn } from './deployments.js';
import { documentsOf, withFronts } from './fronts.js';
import { variablesOf } from './variables.js';

const deploying = /(^|\/)cloudbuild[^/]*\.(?:ya?ml|json)$|(^|\/)\.github\/workflows\/[^/]+\.ya?ml$|\.(?:sh|bash)$/i;

/** Cloud Build, workflows of GitHub and scripts: they deploy functions and services by the command line's own flags. */
export const googleBuild: Framework = {
  name: 'google-build',
  entryOf: (path) => (deploying.test(path) ? path : undefined),
  parse: parseStack,
};

const sign = /\bgcloud\b|google-github-actions\/deploy-cloud(?:run|-functions)@/;

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry) ?? '';
  if (!sign.test(text)) return undefined;
  const texts = openTextFiles(files);
  const isScript = /\.(?:sh|bash)$/i.test(entry);
  const root = isScript ? undefined : texts.read(entry)?.documents?.[0];
  const reading = { writer: texts.writer, unresolved: [] };
  const { commands, lists } = deploymentsIn({ path: entry, text, root, isScript, reading });
  const bindings = bindingsIn(lists);
  const opened = openedBy(bindings);
  const distinct = [...new Map(commands.map((command) => [command.name, command])).values()];
  const served = distinct.filter(isServed);
  const roles = rolesBy(bindings, usersIn(distinct));
  const granted = new Set(roles.map(({ id }) => id));
  if (!isScript && root === undefined && texts.notices.length > 0) {
    return unreadStack('google-cloud', entry, texts.notices);
  }
  if (distinct.length === 0) return undefined;
  const model: Model = {
    ...emptyModel('google-cloud', entry),
    functions: distinct.map((command) =>
      functionOf(command, { role: accountOf(command, granted), environment: variablesOf(command, entry, texts) }),
    ),
    roles,
    resourcePolicies: policiesBy(bindings, new Set(distinct.map(({ name }) => name))),
    apis: served.map(apiOf),
    routes: served.map((command) => routeOf(command, opened.get(command.name))),
    unresolved: reading.unresolved,
  };
  const fronted = withFronts(model, folderOf(entry), files);
  const read = [...new Set([entry, ...texts.paths, ...documentsOf(fronted)])].filter(
    (path) => files.read(path) !== undefined,
  );
  return { model: fronted, files: read, codeRoots: [], notices: texts.notices, suppressions: [] };
}

/** Services answer requests, functions only if they are told to. */
function isServed(command: DeployCommand): boolean {
  return command.product === 'run' || switchOf(command, '--trigger-http') !== undefined;
}

function resourceOf({ name, at, list, product }: DeployCommand) {
  return { id: name, type: `gcloud ${product} deploy`, at, whole: list.at };
}

/** What is deployed to run as each service account, as it is written. */
function usersIn(commands: readonly DeployCommand[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const command of commands) {
    const account = wordOf(command, '--service-account');
    const others = users.get(account ?? '');
    if (others !== undefined) others.push(command.name);
    else if (account !== undefined) users.set(account, [command.name]);
  }
  return users;
}

/** The account that a command names, if the file tells what it may do. */
function accountOf(command: DeployCommand, granted: ReadonlySet<string>): Setting<string> {
  const account = flagSetting(command, '--service-account', (written) => written);
  const written = wordOf(command, '--service-account');
  if (account.kind === 'absent' || written === undefined) return absent(command.at);
  return granted.has(written) ? fixed(written, account.at) : unknown(account.at, 'service account elsewhere');
}

type Said = Pick<ServerlessFunction, 'role' | 'environment'>;

function functionOf(command: DeployCommand, { role, environment }: Said): ServerlessFunction {
  return plainFunction({
    ...resourceOf(command),
    provider: 'google',
    runtime: flagSetting(command, '--runtime', (written) => written),
    packaging: command.product === 'functions' ? 'zip' : 'image',
    role,
    environment,
    environmentOpen: true,
    concurrency: flagSetting(command, '--max-instances', (written) => (/^\d+$/.test(written) ? +written : undefined)),
    tracing: tracingBy(environment, command.at),
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
