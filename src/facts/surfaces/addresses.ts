import type { SurfaceOperation } from './surface.js';

/** An operation as addresses to compare: one for each of its methods, the names of parameters left out. */
export interface Address {
  readonly method: string;
  readonly steps: readonly string[];
}

type Addressed = Pick<SurfaceOperation, 'method' | 'path'>;

/** Any number of steps, as the last one. */
const rest = '**';

export function addressesOf({ method, path }: Addressed): readonly Address[] {
  const steps = stepsOf(path);
  return method.split(',').map((one) => ({ method: one.trim().toUpperCase(), steps }));
}

export function stepsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((step) => step !== '')
    .map(stepOf);
}

function stepOf(step: string): string {
  if (step === '*' || /^\{(?:\*{1,2}[^}]{0,100}|[^}]{0,100}\+)\}$/.test(step)) return rest;
  if (/^[:<]/.test(step)) return '{}';
  return step.replace(/\{[^{}]{0,200}\}/g, '{}');
}

/** Addresses, to be asked whether they hold another one. */
export interface Addresses {
  readonly hold: (address: Address) => boolean;
}

export function collectAddresses(addresses: readonly Address[]): Addresses {
  const exact = new Map<string, Set<string>>();
  const open: Address[] = [];
  for (const address of addresses) {
    if (address.steps.at(-1) === rest) open.push(address);
    const key = address.steps.join('/');
    const methods = exact.get(key) ?? new Set<string>();
    exact.set(key, methods.add(address.method));
  }
  return {
    hold: ({ method, steps }) => {
      const methods = exact.get(steps.join('/'));
      if (methods !== undefined && (method === 'ANY' || methods.has(method) || methods.has('ANY'))) return true;
      return open.some((one) => isMethod(one.method, method) && startsWith(steps, one.steps.slice(0, -1)));
    },
  };
}

function isMethod(one: string, other: string): boolean {
  return one === other || one === 'ANY' || other === 'ANY';
}

function startsWith(steps: readonly string[], start: readonly string[]): boolean {
  return start.length <= steps.length && start.every((step, index) => step === steps[index]);
}

/** Addresses without the steps before them; those that do not begin with these stay as they are. */
export function below(addresses: readonly Address[], start: readonly string[]): readonly Address[] {
  if (start.length === 0) return addresses;
  return addresses.map((one) =>
    startsWith(one.steps, start) ? { ...one, steps: one.steps.slice(start.length) } : one,
  );
}

/** The first step, where all addresses share it and it is no parameter. */
export function commonStart(addresses: readonly Address[]): readonly string[] {
  const [first] = addresses[0]?.steps ?? [];
  const isShared = first !== undefined && first !== rest && !first.includes('{}');
  return isShared && addresses.length > 1 && addresses.every(({ steps }) => steps[0] === first) ? [first] : [];
}
