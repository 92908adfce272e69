import { itemsOf, type ListValue, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { actionIn } from './actions.js';
import { commandIn, type DeployCommand } from './deploy-command.js';
import { commandsOf, shellWriter } from './shell.js';
import { substitutesIn } from './substitutes.js';

/** A file that may deploy: steps of Cloud Build, a workflow of GitHub, or a shell script. */
export interface DeployingFile {
  readonly path: string;
  readonly text: string;
  readonly root: Value | undefined;
  readonly isScript: boolean;
  readonly reading: Reading;
}

export interface Deployments {
  readonly commands: readonly DeployCommand[];
  /** The words of all commands, whatever they do. */
  readonly lists: readonly Value[];
}

/** The commands of a file that deploy functions and services. */
export function deploymentsIn(file: DeployingFile): Deployments {
  const { root, isScript, reading } = file;
  const scripted: Reading = { writer: shellWriter, unresolved: reading.unresolved };
  const steps = [...itemsOf(valueAt(root, 'steps')), ...entriesOf(valueAt(root, 'jobs')).flatMap(stepsOf)];
  const lists = steps.flatMap((step) => valueAt(step, 'args') ?? []);
  const scripts = isScript ? scriptIn(file) : steps.flatMap((step) => scriptsOf(step, file));
  const substitutes = substitutesIn(root, scripts);
  const inScripts = { reading: scripted, substitutes };
  return {
    commands: [
      ...lists.flatMap((list) => commandIn(list, { reading, substitutes }) ?? []),
      ...scripts.filter(isGcloud).flatMap((list) => commandIn(list, inScripts) ?? []),
      ...steps.flatMap((step) => actionIn(step, inScripts, (value) => wordsIn(value, file.text))),
    ],
    lists: [...lists, ...scripts.filter(isGcloud)],
  };
}

function entriesOf(value: Value | undefined): readonly MapEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

function stepsOf({ value }: MapEntry): readonly Value[] {
  return itemsOf(valueAt(value, 'steps'));
}

function isGcloud({ items }: ListValue): boolean {
  return items.some((item) => textOf(item) === 'gcloud');
}

function scriptIn({ path, text }: DeployingFile): readonly ListValue[] {
  return commandsOf({ path, text, start: 0, end: text.length });
}

/** The commands that a step hands to a shell. */
function scriptsOf(step: Value, { text }: DeployingFile): readonly ListValue[] {
  const texts = [valueAt(step, 'script'), valueAt(step, 'run'), ...itemsOf(valueAt(step, 'args'))];
  return texts.flatMap((value) =>
    value !== undefined && /\bgcloud\s/.test(textOf(value) ?? '') ? wordsIn(value, text) : [],
  );
}

function wordsIn({ at }: Value, text: string): readonly ListValue[] {
  const inset = /["']/.test(text.charAt(at.start)) ? 1 : 0;
  const [start, end] = [at.start + inset, at.end - inset];
  const written = text.charAt(at.start) === '"' ? withoutEscapes(text, start, end) : text;
  return commandsOf({ ...at, text: written, start, end });
}

/** A quoted text as the shell sees it, each escape as wide as it was. */
function withoutEscapes(text: string, start: number, end: number): string {
  const inside = text
    .slice(start, end)
    .replace(/\\([^\n])/g, (_, escaped: string) => ` ${meanings.get(escaped) ?? escaped}`);
  return text.slice(0, start) + inside + text.slice(end);
}

const meanings = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', ' '],
]);
