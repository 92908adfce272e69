import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { code, fenced, joinWithin, link, prose, table } from '../../src/report/markdown.js';

describe('a name in prose stays text', () => {
  test.each([
    ['a mention', 'ask @octocat', 'ask @&#8203;octocat'],
    ['a team mention', '@acme/owners', '@&#8203;acme/owners'],
    ['a reference', 'see #12', 'see \\#&#8203;12'],
    ['a reference into another repository', 'acme/app#12', 'acme/app\\#&#8203;12'],
    ['an old-style reference', 'GH-12', 'GH-&#8203;12'],
    ['a commit', 'at 0123abcd4', 'at 0&#8203;123abcd4'],
    ['an address', 'https://evil.example', 'https:&#8203;//evil.example'],
    ['an address without scheme', 'www.evil.example', 'www&#8203;.evil.example'],
    ['an address of mail', 'mailto:a@b.example', 'mailto:&#8203;a@&#8203;b.example'],
    ['HTML', '<img src=x>&lt;', '&lt;img src=x&gt;&amp;lt;'],
    ['an image', '![x](y)', '!\\[x\\](y)'],
    ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['underscores inside a word', 'get_user_name', 'get_user_name'],
    ['a table cell', 'a | b', 'a \\| b'],
    ['a heading', '# a', '\\#&#8203; a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a formula', 'cost $x$', 'cost &#36;x&#36;'],
    ['an emoji', ':tada:', ':&#8203;tada:'],
    ['several lines', 'a\n\n# b', 'a \\#&#8203; b'],
    ['a hidden direction', 'a\u202Eb', 'a\uFFFDb'],
    ['an unpaired backtick', 'a ` b', 'a \\` b'],
    ['a code span', 'set `AWS_IAM` now', 'set `AWS_IAM` now'],
    ['a code span with a mention', '`@octocat`', '`@octocat`'],
  ])('%s', (_, written, expected) => expect(prose(written)).toBe(expected));

  test('whatever it contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const outside = prose(text).replace(/(`+)(?!`).*?[^`]\1(?!`)/gs, '');
        expect(outside).not.toMatch(/[<>\n]|@(?!&#8203;)|(?<![\\&])#(?!\d)|(?<!\\)[*[\]|~]/);
      }),
    );
  });
});

describe('a name in code', () => {
  test.each([
    ['a plain name', 'a.ts', '`a.ts`'],
    ['a name with a backtick', 'a`b', '``a`b``'],
    ['a name that ends with a backtick', 'a`', '`` a` ``'],
    ['several lines', 'a\nb', '`a b`'],
    ['nothing', ' ', ''],
  ])('%s', (_, written, expected) => expect(code(written)).toBe(expected));

  test('nothing in it can close it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '``', 'a', ' ', '|', '\n')), (parts) => {
        const written = code(parts.join(''));
        const fence = /^`+/.exec(written)?.[0] ?? '';
        expect(written.slice(fence.length, -fence.length || undefined).split(/[^`]+/)).not.toContain(fence || '-');
      }),
    );
  });
});

test('nothing in a fenced block can close it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '```', '````', '~~~', '\n', 'a')), (parts) => {
      const lines = fenced(parts.join(''), 'diff').split('\n');
      const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
      expect(lines.slice(1, -1).filter((line) => line.trim().startsWith(fence))).toEqual([]);
      expect(lines.at(-1)).toBe(fence);
    }),
  );
});

test.each([
  ['a bar', 'a|b', '| a\\|b |'],
  ['a bar in code', '`a|b`', '| `a\\|b` |'],
  ['an escaped bar', 'a\\|b', '| a\\|b |'],
  ['a bar after an escaped backslash', 'a\\\\|b', '| a\\\\\\|b |'],
  ['a line break', 'a\nb', '| a b |'],
])('%s does not end a cell', (_, cell, expected) => {
  expect(table(['A'], [[cell]]).split('\n')[2]).toBe(expected);
});

test.each([
  ['an address', 'https://example.com/a', '[x](https://example.com/a)'],
  [
    'an address with what could end the link',
    'https://example.com/a(b) <c>',
    '[x](https://example.com/a%28b%29%20%3Cc%3E)',
  ],
  ['a script', 'javascript:alert(1)', 'x'],
])('a link to %s', (_, address, expected) => expect(link('x', address)).toBe(expected));

test.each([
  ['everything fits', 22, 'aaaa\nbbbb\ncccc'],
  ['not everything fits', 12, 'aaaa\n2 more'],
  ['nothing fits', 4, '3 more'],
])('when %s', (_, most, expected) => {
  expect(joinWithin(['aaaa', 'bbbb', 'cccc'], most, (left) => `${left} more`, '\n')).toBe(expected);
});

test('the length counts in bytes', () => {
  expect(joinWithin(['é'.repeat(10), 'b'], 18, (left) => `${left} more`)).toBe('2 more');
});
