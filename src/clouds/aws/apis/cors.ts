import type { Cors } from '../../../model/api.js';
import type { Term } from '../../../model/resource.js';
import type { Value } from '../../../model/value.js';
import { textOf, valueAt } from '../../../model/value.js';
import { type Codec, flag } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { termsOf } from '../../values/terms.js';

/** The cross-origin settings under a property, in any of the forms that SAM, API Gateway and function URLs take. */
export function corsOf(section: Section, key: string): Cors | undefined {
  const value = valueAt(section.map, key);
  if (value === undefined || textOf(value) === 'false') return undefined;
  const { reading } = section;
  const at = value.kind === 'map' ? (value.anchor ?? value.at) : value.at;
  const origins = originsOf(value);
  const { terms, open } = termsOf(origins, { at, reading });
  return {
    at,
    origins: terms.map(unquoted),
    originsOpen: open || (value.kind === 'map' && value.open && origins === undefined),
    methods: methodsOf(value, { at, reading }),
    credentials: settingOf(
      { map: value.kind === 'map' ? value : undefined, at, reading },
      ['AllowCredentials'],
      switched,
    ),
  };
}

/** A list, or one text for REST APIs: `"'GET,POST'"`. */
function methodsOf(value: Value, context: Parameters<typeof termsOf>[1]): readonly Term[] {
  const { terms } = termsOf(valueAt(value, 'AllowMethods'), context);
  return terms.flatMap((term) =>
    unquoted(term)
      .text.split(',')
      .map((text) => ({ ...term, text: text.trim() })),
  );
}

/** SAM: a text alone is the origin, `true` stands for all. */
function originsOf(value: Value): Value | undefined {
  if (value.kind === 'map') return valueAt(value, 'AllowOrigins') ?? valueAt(value, 'AllowOrigin');
  return value.kind === 'scalar' && flag.read(value) === true ? { ...value, value: '*' } : value;
}

/** REST APIs want header values in quotes of their own: `"'*'"`. */
function unquoted(term: Term): Term {
  return { ...term, text: term.text.replace(/^'(.*)'$/, '$1') };
}

const switched: Codec<boolean> = {
  read: (value) => flag.read(value) ?? (textOf(value) === "'true'" ? true : undefined),
  write: (word) => word,
};
