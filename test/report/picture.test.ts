import { expect, test } from '@jest/globals';
import { diagramOf } from '../../src/report/picture.js';

/**
 * The part of Mermaid's flowchart grammar that diagrams use: quoted labels of letters, digits and harmless signs, and two kinds of arrows.
 * Held against mermaid 12.3.0 on 2026-11-27: everything below is parsed, and drawn as it is written.
 */
const grammar =
  /^```mermaid\nflowchart LR\n(?: {2}[a-d]\["[\p{L}\p{N} _/.,:*{}$()=…-]{1,80}"\]\n){4} {2}a (?:==>\|new\||-->) b\n {2}b --> c\n {2}c (?:==>\|new\||-->) d\n```$/u;

test.each([
  '"]; click a "javascript:alert(1)"',
  '<img src=x onerror=alert(1)>',
  '`code`',
  '```',
  '```\n\n# out',
  'end',
  '#quot;&quot;&#34;',
  '%%{init: {}}%%',
  '}}{{',
  '[[(((',
  '|pipe|',
  '--> ==>|new| -.-',
  'style a fill:#f00',
  'subgraph x\nend',
  '\u202Ereversed\u2066',
  '🙂',
  '\\n\\u0022',
  '**bold** _it_ ~~x~~',
  '1. list',
  '- list',
  '+ list',
  '# head',
  ':::class',
  '@{ shape: bolt }',
  '---\ntitle: x\n---',
  '$$x^2$$',
  'x'.repeat(300),
  `${'<'.repeat(79)}"]`,
  '',
  ' ',
  '{"a":1}',
  'a\nb\r\nc\u2028d',
  'fa:fa-ban',
  'http://example.com/?a=1&b=2',
])('%j is a label and nothing else', (name) => {
  for (const steps of [
    ['Unauthenticated callers', name, name, name],
    [name, `${name}${name}`, `a ${name} b`, `use ${name}`],
  ] as const) {
    for (const wayIn of [true, false]) {
      const drawn = diagramOf({ function: name, steps, isNew: { wayIn, deed: !wayIn } }).trim();
      expect(drawn).toMatch(grammar);
      expect(drawn).not.toMatch(/\$\$|fa[a-z]?:fa-/);
    }
  }
});
