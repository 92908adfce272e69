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
  const judged = component.pinned === 'image' ? image(component) : declared(component);
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

function image({ version, range }: Component): Judged | undefined {
  if (range?.startsWith('@') === true) return undefined;
  const open = version === undefined || version === 'latest';
  return {
    what: open ? 'is used without a fixed tag or digest' : `is used by its tag ${version}, which can be moved`,
    severity: open ? 'medium' : 'low',
    advice: 'Add the digest of the reviewed image: `name:tag@sha256:…`.',
  };
}

function declared({ version, pinned, range, origin }: Component): Judged | undefined {
  if (version !== undefined) return undefined;
  if (pinned === 'module' && origin === 'git') {
    const advice = 'Add `?ref=` with a tag or commit.';
    return { what: 'comes from a git repository without a reference', severity: 'medium', advice };
  }
  if (pinned === 'action') {
    const advice = 'Name the commit of the reviewed release: `owner/action@<commit> # v1`.';
    return {
      what: `is used at ${range ?? ''}, which can be moved, by a workflow that deploys`,
      severity: 'low',
      advice,
    };
  }
  const mild = pinned === 'framework' || pinned === 'provider';
  const what = pinned === 'provider' ? 'has no version that ends, and no lock file' : 'is used without a version';
  const advice = mild ? 'Name the versions that were tested.' : 'Name the version that was reviewed.';
  return { what, severity: mild ? 'low' : 'medium', advice };
}
