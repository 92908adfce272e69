import type { Value } from '../../../model/value.js';
import { type Print, printEnum, printPlain, printSeconds } from '../writing/printing.js';
import type { Synthesis } from './synthesis.js';

/** How one property of a construct is one of a resource. */
export interface Row {
  /** The construct's property; `deployOptions.tracingEnabled` for one inside another. */
  readonly property: string;
  readonly path: readonly string[];
  readonly kind: Kind;
  /** The construct's own word where nothing is given, if that is another than the resource's. */
  readonly usual?: string | number | boolean;
}

/** How a property's value is read and written. */
export interface Kind {
  readonly read: (value: Value, synthesis: Synthesis) => Value | undefined;
  readonly print: Print;
  /** The CDK's own name that is written, which the program must bring in. */
  readonly uses?: string;
}

export function row(property: string, path: string, kind: Kind = plain): Row {
  return { property, path: path.split('.'), kind };
}

const never: Print = () => undefined;

/** As it is written. */
export const plain: Kind = { read: (value) => value, print: printPlain };

export const seconds: Kind = { read: (value) => value, print: printSeconds, uses: 'core.Duration' };

/** A member of an enumeration. */
export function member(module: string, group: string): Kind {
  return { read: (value) => value, print: printEnum(module, group), uses: `${module}.${group}` };
}

/** A resource by its ARN. */
export const arn: Kind = { read: arnOf, print: never };

function arnOf(value: Value): Value {
  if (value.kind === 'reference') return { ...value, attribute: 'Arn' };
  return value.kind === 'list' ? { ...value, items: value.items.map(arnOf) } : value;
}

/** What is there, whatever it is. */
export const presence: Kind = {
  read: ({ at }) => ({ kind: 'map', at, open: true, entries: [] }),
  print: never,
};

/** Read only. */
export function reading(read: Kind['read']): Kind {
  return { read, print: never };
}

/** Words of an enumeration that are something else in the template. */
export function translated(
  module: string,
  group: string,
  table: Readonly<Record<string, string | number | boolean>>,
): Kind {
  const words = new Map(Object.entries(table));
  return {
    read: (value) => {
      if (value.kind !== 'scalar') return value;
      const word = words.get(String(value.value));
      return word === undefined ? undefined : { ...value, value: word };
    },
    print: (program, literal) => {
      const found = [...words].find(([, word]) => word === literal)?.[0];
      return found === undefined ? undefined : printEnum(module, group)(program, found);
    },
    uses: `${module}.${group}`,
  };
}
