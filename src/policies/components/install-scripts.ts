import type { Component, ComponentSet, InstallScript } from '../../dependencies/component.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { componentKey } from './comparison.js';
import { nativeBuilders } from './native-builders.data.js';

/** Code that the change lets run at install: of new or changed components, of the package itself, of other indexes. */
export function* judgeInstallScripts(
  base: ComponentSet | undefined,
  head: ComponentSet,
  _context: ComponentContext,
): Iterable<ComponentProblem> {
  if (base === undefined) return;
  yield* newIndexes(base, head);
  if (head.scriptsOff) return;
  yield* newScripts(base, head);
  yield* newBuilds(base, head);
  yield* ownScripts(base, head);
}

function* newScripts(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = base.components.filter(({ installScript }) => installScript === true);
  // A version that was there has the script that it had, whether or not the former format of the lockfile said so.
  const versions = new Set(base.components.map(({ name, version }) => `${name}@${version}`));
  const names = new Set(before.map(({ name }) => name));
  const told = new Set<string>();
  for (const component of head.components) {
    const label = `${component.name}@${component.version}`;
    if (component.installScript !== true || versions.has(label) || told.has(component.name)) continue;
    if (nativeBuilders.has(component.name)) continue;
    told.add(component.name);
    yield scriptProblem(head, component, label, names.has(component.name) || head.ecosystem !== 'npm');
  }
}

function scriptProblem(set: ComponentSet, component: Component, label: string, mild: boolean): ComponentProblem {
  const way = component.via.length === 0 ? '' : ` It is brought in by \`${component.via.join('` → `')}\`.`;
  const off =
    set.ecosystem === 'npm' ? 'Install with `npm ci --ignore-scripts`, and allow individual packages by name.' : '';
  return {
    about: { id: label },
    key: componentKey(set, component.name),
    discriminator: 'script',
    at: component.at,
    status: 'introduced',
    severity: mild ? 'low' : 'medium',
    message: `${label} runs an install script.`,
    advice: `Read its install script before merging.${way} ${off}`.trim(),
  };
}

function* newBuilds(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = new Set(base.builds.map(({ name }) => name));
  for (const { name, at } of head.builds) {
    if (before.has(name) || nativeBuilders.has(name)) continue;
    yield {
      about: { id: name },
      key: componentKey(head, name),
      discriminator: 'allowed',
      at,
      status: 'introduced',
      message: `${name} is now allowed to run its install script.`,
      advice: 'Read its install script before merging.',
    };
  }
}

const fetching = /\b(?:curl|wget|base64|Invoke-WebRequest|iwr)\b|\bnode\s{1,5}(?:-e|--eval)\b|\bpython3?\s{1,5}-c\b/;

function* ownScripts(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = new Map(base.scripts.map(({ name, command }) => [name, command]));
  for (const script of head.scripts) {
    if (before.get(script.name) !== script.command) yield ownProblem(head, script);
  }
}

function ownProblem(set: ComponentSet, { name, command, at }: InstallScript): ComponentProblem {
  const fetches = fetching.test(command);
  return {
    about: { id: `${set.path} ${name}` },
    key: componentKey(set, `scripts.${name}`),
    at,
    status: 'introduced',
    severity: fetches ? 'high' : 'low',
    message: `The ${name} script of ${set.path} ${fetches ? 'fetches or decodes code' : 'runs'} at every install.`,
    advice: 'Move build steps to a script that is run by name.',
  };
}

/** A second index lets anyone publish the name of a private package there. */
function* newIndexes(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = new Set(base.indexes.map(({ name }) => name));
  for (const { name, at } of head.indexes) {
    if (before.has(name)) continue;
    const start = at.start;
    const edit = { path: at.path, start, end: start + '--extra-index-url'.length, text: '--index-url' };
    yield {
      about: { id: `${head.path} --extra-index-url` },
      key: componentKey(head, '--extra-index-url'),
      discriminator: name.slice(0, 300),
      at,
      status: 'introduced',
      severity: 'high',
      message: `${head.path} adds a second package index, where anyone can publish a name that exists on the first one.`,
      fix: {
        class: 'breaking',
        edits: [edit],
        note: 'After this edit the index must serve every package that is installed.',
      },
    };
  }
}
