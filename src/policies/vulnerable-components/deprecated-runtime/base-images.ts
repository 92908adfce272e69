import type { Component, ComponentSet } from '../../../dependencies/component.js';
import { compared, componentKey } from '../../components/comparison.js';
import type { ComponentContext } from '../../context.js';
import { type ComponentProblem, proposeFix } from '../../definition.js';
import { type BaseRuntime, runtimeOfImage } from './image-tags.js';
import {
  ageRankOf,
  datesOf,
  dayOf,
  familyOf,
  fixClassOf,
  noteOn,
  type Stage,
  stageOf,
  successorOf,
} from './lifecycle.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Build files of functions whose base image is that of a runtime out of support. */
export function judgeBaseImages(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { date }: ComponentContext,
): readonly ComponentProblem[] {
  return compared(base === undefined ? undefined : standing(base, date), standing(head, date));
}

/** Each runtime once a file, however many stages of the build start from it. */
function standing(set: ComponentSet, date: string): readonly Standing[] {
  if (set.ecosystem !== 'dockerfile') return [];
  const problems = set.components.flatMap((component) => problemOf(set, component, date) ?? []);
  return [
    ...new Map(problems.map((problem) => [problem.discriminator, problem] as const).reverse()).values(),
  ].reverse();
}

function problemOf(set: ComponentSet, component: Component, date: string): Standing | undefined {
  const base = component.pinned === 'image' ? runtimeOfImage(component.name, component.version ?? '') : undefined;
  const stage = base && stageOf(base.provider, base.runtime, date);
  if (base === undefined || stage === undefined) return undefined;
  const target = successorOf(base.provider, base.runtime, date);
  const image = `${component.name}:${component.version}`;
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    severity: stage === 'ending' ? 'low' : 'medium',
    discriminator: familyOf(base.runtime),
    rank: ageRankOf(base.runtime),
    message: `${set.path} builds on ${image}, whose runtime ${describe(base, stage)}.`,
    ...fixOf(component, base, target),
  };
}

/** A blocked runtime blocks no image: it is deployed as it was built. */
function describe({ provider, runtime }: BaseRuntime, stage: Stage): string {
  const day = dayOf(datesOf(provider, runtime)?.deprecated);
  return stage === 'ending' ? `reaches end of support on ${day}` : `has been out of support since ${day}`;
}

function fixOf(
  { name, at }: Component,
  { runtime, tagOf }: BaseRuntime,
  target: string | undefined,
): Pick<Standing, 'fix' | 'advice'> {
  const tag = target === undefined ? undefined : tagOf(target);
  if (target === undefined || tag === undefined) return { advice: 'Build on the image of a supported runtime.' };
  const cls = fixClassOf(runtime, target);
  return {
    fix: cls && proposeFix(cls, [{ ...at, text: `${name}:${tag}` }], noteOn(cls)),
    advice: `Build on \`${name}:${tag}\`, and test the function on it.`,
  };
}
