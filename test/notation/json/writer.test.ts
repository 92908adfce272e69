import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import type { Edit } from '../../../src/model/span.js';
import { type MapValue, type Value, valueAt } from '../../../src/model/value.js';
import { readJson } from '../../../src/notation/json/json.js';
import { jsonWriter } from '../../../src/notation/json/writer.js';
import type { Writer } from '../../../src/notation/writer.js';

type Act = (writer: Writer, at: (...path: readonly string[]) => Value) => readonly Edit[] | undefined;

function write(text: string, act: Act): string | undefined {
  const read = readJson({ path: 'a.json', text });
  const at = (...path: readonly string[]): Value => {
    const value = valueAt(read.documents?.[0], ...path);
    if (value === undefined) throw new Error(`Nothing at ${path.join('.')}.`);
    return value;
  };
  const edits = act(jsonWriter(read), at);
  return edits && applyEdits(text, edits);
}

const wide = '{\n  "a": {\n    "b": 1\n  },\n  "e": {}\n}\n';

describe('the JSON writer', () => {
  test.each<[string, string, Act, string | undefined]>([
    ['replaces a word', '{"a": "NONE"}', (writer, at) => writer.replace(at('a'), 'AWS_IAM'), '{"a": "AWS_IAM"}'],
    [
      'inserts on a line of its own, the comma on the neighbour line',
      wide,
      (writer, at) => writer.insert(at('a') as MapValue, ['x'], true),
      '{\n  "a": {\n    "b": 1,\n    "x": true\n  },\n  "e": {}\n}\n',
    ],
    [
      'inserts as deep as the path says',
      wide,
      (writer, at) => writer.insert(at() as MapValue, ['e', 'x', 'k'], { p: { q: 1 } }),
      '{\n  "a": {\n    "b": 1\n  },\n  "e": {\n    "x": {\n      "k": {\n        "p": {"q": 1}\n      }\n    }\n  }\n}\n',
    ],
    [
      'inserts into empty braces',
      wide,
      (writer, at) => writer.insert(at('e') as MapValue, ['x'], 's'),
      '{\n  "a": {\n    "b": 1\n  },\n  "e": {\n    "x": "s"\n  }\n}\n',
    ],
    [
      'inserts in one line where all is in one line',
      '{"a":{"b":1}}',
      (writer, at) => writer.insert(at('a') as MapValue, ['x'], { k: [1, 2] }),
      '{"a":{"b":1, "x":{"k":[1,2]}}}',
    ],
    [
      'keeps CRLF and tabs',
      '{\r\n\t"a": 1\r\n}\r\n',
      (writer, at) => writer.insert(at() as MapValue, ['x', 'k', 'l'], { p: 1, q: 2 }),
      '{\r\n\t"a": 1,\r\n\t"x": {\r\n\t\t"k": {\r\n\t\t\t"l": {\r\n\t\t\t\t"p": 1,\r\n\t\t\t\t"q": 2\r\n\t\t\t}\r\n\t\t}\r\n\t}\r\n}\r\n',
    ],
    [
      'removes an entry and its comma',
      '{\n  "a": 1,\n  "b": 2\n}',
      (writer, at) => writer.remove(at() as MapValue, 'a'),
      '{\n  "b": 2\n}',
    ],
    [
      'removes the last entry and the comma before it',
      '{\n  "a": 1,\n  "b": 2\n}',
      (writer, at) => writer.remove(at() as MapValue, 'b'),
      '{\n  "a": 1\n}',
    ],
    ['removes the only entry', '{"a": {"b": 1}}', (writer, at) => writer.remove(at('a') as MapValue, 'b'), '{"a": {}}'],
    ['appends to a list', '{"a": ["x"]}', (writer, at) => writer.append(at('a'), 'z'), '{"a": ["x", "z"]}'],
    [
      'appends on a line of its own',
      '{\n  "a": [\n    "x"\n  ]\n}',
      (writer, at) => writer.append(at('a'), { k: { l: 1, m: 2 } }),
      '{\n  "a": [\n    "x",\n    {\n      "k": {\n        "l": 1,\n        "m": 2\n      }\n    }\n  ]\n}',
    ],
    ['does not touch what is there', wide, (writer, at) => writer.insert(at('a') as MapValue, ['b'], 2), undefined],
    [
      'keys that are names of object members',
      '{"a": {"b": 1}}',
      (writer, at) => writer.insert(at('a') as MapValue, ['__proto__'], 1),
      '{"a": {"b": 1, "__proto__": 1}}',
    ],
  ])('%s', (_, text, act, expected) => expect(write(text, act)).toBe(expected));
});
