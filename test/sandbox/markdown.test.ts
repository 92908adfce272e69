import { describe, expect, test } from '@jest/globals';
import { html } from '../../sandbox/page/html.js';
import { markdown } from '../../sandbox/page/markdown.js';

function rendered(text: string): string {
  return markdown(text, (lines) => html`<suggestion>${lines.join('|')}</suggestion>`).markup;
}

describe('Markdown becomes', () => {
  test.each([
    ['a paragraph', 'one\ntwo\n\nthree', '<p>one two</p><p>three</p>'],
    [
      'strong words and code',
      '**High: `a*b`** and ``x`y``',
      '<p><strong>High: <code>a*b</code></strong> and <code>x`y</code></p>',
    ],
    ['an escaped sign', 'dynamodb:\\*', '<p>dynamodb:*</p>'],
    ['an entity', 'a &lt;b&gt; &#36;', '<p>a &lt;b&gt; &#36;</p>'],
    [
      'a link',
      '[`x`](https://example.com/a)',
      '<p><a href="https://example.com/a" rel="noreferrer"><code>x</code></a></p>',
    ],
    ['a list', '- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['a suggestion', '```suggestion\na\nb\n```\nafter', '<suggestion>a|b</suggestion><p>after</p>'],
    ['nothing, of a marker', '<!-- postern:fingerprint x -->', ''],
    ['small print', '<sub>a<br>b</sub>', '<p><sub>a<br>b</sub></p>'],
    [
      'a fold',
      '<details><summary>More</summary>\n\nwords\n\n</details>',
      '<details><summary>More</summary><p>words</p></details>',
    ],
    [
      'a table',
      '| A |\n| --- |\n| a \\| b |',
      '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>a | b</td></tr></tbody></table>',
    ],
  ])('%s', (_, text, expected) => expect(rendered(text)).toBe(expected));
});

describe('what is hostile stays text', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image', '<img src=x onerror=alert(1)>'],
    ['a link to a script', '[x](javascript:alert(1))'],
    ['an address that leaves its quotes', '[x](https://a.example/"onmouseover="alert(1))'],
    ['a tag in code', '`<b>`'],
    ['a tag in a fence', '```\n<b>\n```'],
    ['a tag in a summary', '<details><summary><b>x</b></summary>\n</details>'],
    ['a tag in a table', '| <b> |\n| --- |\n| <b> |'],
  ])('%s', (_, text) => {
    expect(rendered(text)).not.toMatch(/<(?!\/?(?:p|code|pre|a|table|thead|tbody|tr|th|td|details|summary)\b)/);
    expect(rendered(text)).not.toMatch(/href="(?!https:)|" on\w+=|"on\w+=/);
  });
});
