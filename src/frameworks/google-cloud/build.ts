import type { Api, Auth, Route } from '../../model/api.js';
import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { folderOf } from '../../model/path.js';
import { absent, fixed, type Setting, unknown } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import { itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { emptyModel } from '../reading/empty-model.js';
import { frontApi, frontRoute } from '../reading/front.js';
import { tracingBy } from '../reading/telemetry.js';
import { openTextFiles } from '../reading/text-files.js';
import { commandIn, type DeployCommand, flagSetting, pairsOf, switchOf } from './deploy-command.js';
import { documentsOf, withFronts } from './fronts.js';
import { openedIn } from './invokers.js';
import { commandsOf, shellWriter } from './shell.js';

/** Cloud Build: steps that deploy functions and services with the command line's own flags. */
export const googleBuild: Framework = {
  name: 'google-build',
  entryOf: (path) => (/(^|\/)cloudbuild[^/]*\.(?:ya?ml|json)$/i.test(path) ? path : undefined),
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const texts = openTextFiles(files);
  const root = texts.read(entry)?.documents?.[0];
  const reading = { writer: texts.writer, unresolved: [] };
  const steps = itemsOf(valueAt(root, 'steps'));
  const scripted = { writer: shellWriter, unresolved: reading.unresolved };
  const scripts = steps.flatMap((step) => scriptsOf(step, files.read(entry) ?? ''));
  const lists = steps.flatMap((step) => valueAt(step, 'args') ?? []);
  const commands = [
    ...lists.flatMap((list) => commandIn(list, reading) ?? []),
    ...scripts.flatMap((list) => commandIn(list, scripted) ?? []),
  ];
  const opened = openedIn([...lists, ...scripts]);
  const distinct = [...new Map(commands.map((command) => [command.name, command])).values()];
  const served = distinct.filter(isServed);
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

/** The commands that a step hands to a shell. */
function scriptsOf(step: Value, text: string): readonly Value[] {
  const texts = [valueAt(step, 'script'), ...itemsOf(valueAt(step, 'args'))];
  return texts.flatMap((value) => {
    if (value === undefined || !/\bgcloud\s/.test(textOf(value) ?? '')) return [];
    const isQuoted = /["']/.test(text.charAt(value.at.start));
    const inset = isQuoted ? 1 : 0;
    return commandsOf({ ...value.at, text, start: value.at.start + inset, end: value.at.end - inset });
  });
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
  const environment = pairsOf(command, '--set-env-vars').map(([name, value, nameAt]) => ({
    name,
    nameAt,
    value: fixed<string>(value, nameAt),
  }));
  const account = flagSetting(command, '--service-account', (written) => written);
  return {
    ...resourceOf(command),
    kind: 'function',
    provider: 'google',
    runtime: flagSetting(command, '--runtime', (written) => written),
    packaging: product === 'run' ? 'image' : 'zip',
    handler: absent(at),
    codeRoot: undefined,
    role: account.kind === 'absent' ? absent(at) : unknown(account.at, 'service account elsewhere'),
    environment,
    environmentOpen: true,
    timeout: absent(at),
    memory: absent(at),
    concurrency: flagSetting(command, '--max-instances', (written) => (/^\d+$/.test(written) ? +written : undefined)),
    tracing: tracingBy(environment, at),
    logging: fixed(true, at),
    logGroup: absent(at),
    onFailure: absent(at),
    recursiveLoop: absent(at),
    layers: absent(at),
    insideVpc: absent(at),
    purpose: 'handler',
  };
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
