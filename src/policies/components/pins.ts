import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentProblem } from '../policy.js';
import { componentKey } from './comparison.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Ecosystems whose manifests name exact versions by nature. */
export function isPinnedElsewhere({ ecosystem }: ComponentSet): boolean {
  return ecosystem === 'go' || ecosystem === 'maven' || ecosystem === 'nuget';
}

/** Images, modules and other things that a version or digest pins. */
export function pinProblem(set: ComponentSet, component: Component): Standing | undefined {
  if (component.origin === 'unknown') return undefined;
  const looks = set.ecosystem === 'terraform' || set.ecosystem === 'serverless' || set.ecosystem === 'sam';
  const judged = looks && component.range !== imageMark(component) ? declared(component) : image(component);
  if (judged === undefined) return undefined;
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    severity: judged.severity,
    message: `${component.name} ${judged.what}.`,
    advice: judged.advice,
  };
}

interface Judged {
  readonly what: string;
  readonly severity: 'low' | 'medium';
  readonly advice: string;
}

/** Images carry `@digest` or a tag; declared versions a plain range. */
function imageMark({ range }: Component): string | undefined {
  return range?.startsWith('@') === true ? range : undefined;
}

function image({ version, range }: Component): Judged | undefined {
  if (range?.startsWith('@') === true) return undefined;
  const open = version === undefined || version === 'latest';
  return {
    what: open ? 'is used without a fixed tag or digest' : `is used by its tag ${version}, which can be moved`,
    severity: open ? 'medium' : 'low',
    advice: 'Add the digest of the reviewed image: `name:tag@sha256:…`.',
  };
}

function declared({ version, origin }: Component): Judged | undefined {
  if (version !== undefined) return undefined;
  return origin === 'git'
    ? {
        what: 'comes from a git repository without a reference',
        severity: 'medium',
        advice: 'Add `?ref=` with a tag or commit.',
      }
    : { what: 'is used without a version', severity: 'medium', advice: 'Name the version that was reviewed.' };
}
