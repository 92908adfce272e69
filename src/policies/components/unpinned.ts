import { isPackageEcosystem } from '../../dependencies/advisories/ecosystems.js';
import type { Component, ComponentSet, PackageEcosystem } from '../../dependencies/component.js';
import { isUnbounded, newestAdmitted } from '../../dependencies/versions/range.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { lockCommand } from './commands.js';
import { compared, componentKey } from './comparison.js';
import { isPinnedElsewhere, pinProblems } from './pins.js';
import { plainRoot, type ShippingFunction, shippedBy } from './shipping.js';
import { joined } from './words.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** What may change without review. Of packages only where a function ships the manifest. */
export function judgeUnpinned(
  base: ComponentSet | undefined,
  head: ComponentSet,
  context: ComponentContext,
): readonly ComponentProblem[] {
  return compared(base === undefined ? undefined : standing(base, context), standing(head, context));
}

function standing(set: ComponentSet, { functions }: ComponentContext): readonly Standing[] {
  if (set.kind !== 'manifest') return [];
  const { ecosystem } = set;
  if (!isPackageEcosystem(ecosystem)) return pinProblems(set, functions);
  if (!shippedBy(set, functions).some((fn) => isPacked(set, fn))) return [];
  const shipped = set.components.filter((one) => !one.dev && one.peer !== true && !isTool(one, set));
  const loose = shipped.flatMap((component) => looseProblem(set, ecosystem, component) ?? []);
  const told = new Set(loose.map(({ about }) => about.id));
  const open = shipped.filter((one) => isOpen(set, one) && !told.has(one.name));
  return open.length === 0 ? loose : [...loose, unlockedProblem(set, open)];
}

/**
 * A manifest above the folder that is packed installs there: what the code imports of it is put in by a build, and of a
 * function whose code imports nothing of it nothing is.
 */
function isPacked(
  { ecosystem, workspace, components }: ComponentSet,
  { codeRoot = '', imports }: ShippingFunction,
): boolean {
  if (ecosystem !== 'npm' || imports === undefined || plainRoot(codeRoot) === workspace) return true;
  return components.some(({ name }) => imports.includes(name));
}

/** Ranges that admit anything, and sources that can change under the same name. */
function looseProblem(set: ComponentSet, ecosystem: PackageEcosystem, component: Component): Standing | undefined {
  const { name, range = '', origin } = component;
  const said =
    origin === 'git' ? gitProblem(range) : origin === 'url' ? 'is fetched from a URL without a checksum' : undefined;
  const decided = set.lockfile !== undefined || isPinnedElsewhere(set);
  const ranged = origin === 'registry' && range !== '' && ecosystem !== 'go' && component.integrity === undefined;
  const unbounded = decided && ranged && isUnbounded(ecosystem, range);
  const what = said ?? (unbounded ? `accepts any later version (\`${range.slice(0, 40)}\`)` : undefined);
  if (what === undefined || (origin === 'url' && component.integrity !== undefined)) return undefined;
  return {
    about: { id: name },
    key: componentKey(set, name),
    at: component.at,
    message: `${name} ${what}.`,
    fix: unbounded && !range.startsWith('>') ? lockedVersionFix(set, component) : undefined,
    advice: 'Pin an exact version, or use a range with an upper bound and a lockfile.',
  };
}

function gitProblem(range: string): string | undefined {
  return /[#@][0-9a-f]{40}$/.test(range) || range === ''
    ? undefined
    : 'is fetched from a Git repository without a commit';
}

/** Exact when the lockfile holds one version of the package. */
function lockedVersionFix(set: ComponentSet, { name, rangeAt, range = '' }: Component): Standing['fix'] {
  const versions = [...new Set(set.locked.filter((one) => one.name === name).map(({ version }) => version))];
  const version = set.ecosystem === 'npm' && versions.length > 1 ? newestAdmitted(range, versions) : versions[0];
  if (rangeAt === undefined || version === undefined || versions.length > 1) return undefined;
  return { class: 'exact', edits: [{ ...rangeAt, text: version }] };
}

const deployment = /^(?:serverless$|serverless-|@serverless\/|aws-cdk|@aws-cdk\/|constructs$|cdk-|cdk8s|cdktf)/;
const constructs = /^(?:aws-cdk-lib$|aws-cdk[.-]core$|@aws-cdk\/core$)/;
const besideConstructs = /^(?:source-map-support|typescript|ts-node|tsx|esbuild|jest|ts-jest|pytest|@types\/.*)$/;

/**
 * Frameworks and their plugins deploy and are no part of what is deployed, whatever list they stand in. The manifest of a CDK
 * app names what runs the app, too.
 */
function isTool({ name }: Component, set: ComponentSet): boolean {
  if (deployment.test(name)) return !bundledLibraries.has(name);
  return besideConstructs.test(name) && set.components.some((one) => constructs.test(one.name));
}

/** Libraries that functions import although they are named like plugins. */
const bundledLibraries = new Set(['serverless-http', 'serverless-mysql', 'serverless-express', 'serverless-postgres']);

/** No lockfile decides, and the range admits several versions. */
function isOpen(set: ComponentSet, { version, origin, range, integrity }: Component): boolean {
  if (set.lockfile !== undefined || isPinnedElsewhere(set)) return false;
  return origin === 'registry' && version === undefined && range !== undefined && integrity === undefined;
}

function unlockedProblem(set: ComponentSet, open: readonly Component[]): Standing {
  const names = joined(
    open.map(({ name }) => name),
    3,
  );
  const command = lockCommand(set);
  const lock = command === undefined ? '' : ` Write a lockfile (\`${command}\`) and commit it.`;
  return {
    about: { id: set.path },
    key: componentKey(set, ''),
    at: open[0]?.at ?? { path: set.path, start: 0, end: 0 },
    message: `${set.path} has neither a lockfile nor exact versions: ${names}.`,
    advice: set.ecosystem === 'pypi' ? `Pin each requirement with \`==\`, better with hashes.${lock}` : lock.trim(),
  };
}
