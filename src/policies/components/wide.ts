import type { Component, ComponentSet } from '../../dependencies/component.js';
import { hasSensitive } from '../../model/unneeded.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { listedIn } from '../left-out.js';
import { compared, componentKey } from './comparison.js';
import { neverImported } from './never-imported.js';
import { isOfFunctions } from './pins.js';
import { packedFrom, type ShippingFunction, shippedBy } from './shipping.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** What is shipped with a function and never runs in it, and more than one function can need. */
export function judgeWide(
  base: ComponentSet | undefined,
  head: ComponentSet,
  context: ComponentContext,
): readonly ComponentProblem[] {
  return compared(base === undefined ? undefined : standing(base, context), standing(head, context));
}

const usualMost = 25;

function standing(
  set: ComponentSet,
  { functions, maxDependencies = usualMost }: ComponentContext,
): readonly Standing[] {
  if (set.copies !== undefined) return copiedWhole(set, set.copies, functions);
  if (set.kind !== 'manifest' || set.components.length === 0) return [];
  // A manifest above the folder that is packed is a workspace's: what it installs is not in the package.
  const packed = packedFrom(set.workspace, functions).filter(({ bundled }) => bundled !== true);
  const own = shippedBy(set, packed);
  if (own.length === 0) return [];
  const unused = neverImported(set, own).filter(({ about }) => !tools.test(about.id));
  if (set.ecosystem !== 'npm') return unused;
  const shipped = set.components.filter((one) => one.relation === 'direct' && !one.dev && one.peer !== true);
  const wide = shipped.length > maxDependencies ? [manyProblem(set, shipped)] : [];
  return [...shipped.flatMap((component) => toolProblem(set, component)), ...unused, ...wide];
}

/** An image of a function that holds all of a folder, which has files that no code needs. */
function copiedWhole(
  set: ComponentSet,
  { at, unneeded }: NonNullable<ComponentSet['copies']>,
  functions: readonly ShippingFunction[],
): readonly Standing[] {
  if (!isOfFunctions(set, functions)) return [];
  return [
    {
      about: { id: set.path },
      key: componentKey(set, 'whole folder'),
      at,
      severity: hasSensitive(unneeded) ? 'medium' : 'low',
      message: `The image holds files that no code needs: ${unneeded.join(', ')}.`,
      advice: listedIn('.dockerignore', unneeded),
    },
  ];
}

/** Tools that build, test and deploy; nothing imports them at run time. */
const tools =
  /^(?:jest|ts-jest|mocha|vitest|nodemon|eslint|prettier|typescript|ts-node|webpack|webpack-cli|serverless|aws-cdk|sst|@types\/.+)$/;
/** https://aws.amazon.com/blogs/developer/announcing-end-of-support-for-aws-sdk-for-javascript-v2/: 8 September 2025. */
const former = 'aws-sdk';

function toolProblem(set: ComponentSet, component: Component): readonly Standing[] {
  const { name, at } = component;
  const isTool = tools.test(name);
  if (!isTool && name !== former) return [];
  const says = isTool
    ? 'is a development tool, and is shipped with the function'
    : 'is version 2 of the AWS SDK, which has been out of support since 8 September 2025';
  const advice = isTool
    ? `Run \`npm install --save-dev ${name}\`.`
    : 'Import the clients of version 3 that the handler uses (`@aws-sdk/client-...`).';
  return [{ about: { id: name }, key: componentKey(set, name), at, message: `${name} ${says}.`, advice }];
}

function manyProblem(set: ComponentSet, shipped: readonly Component[]): Standing {
  const [first] = shipped;
  const message = `${set.path.slice(set.path.lastIndexOf('/') + 1)} ships ${shipped.length} direct dependencies with one function.`;
  const at = first?.at ?? { path: set.path, start: 0, end: 1 };
  return {
    about: { id: set.path },
    key: componentKey(set, 'all'),
    at,
    message,
    advice: 'Split the function, or leave out what it does not import.',
  };
}
