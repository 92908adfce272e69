/** Words that stand where a value is to be filled in. */
const fillers =
  /change[\s_-]?(?:me|it|this)|replace|example|sample|dummy|placeholder|redacted|your[\s_-]|sensitive|my[\s_-]?(?:secret|password|token|key)|insert|todo|fixme|fake|mock|x{3}|\*{3}|\.{3}|none|null|undefined|not[\s_-]?set|default/i;
/** The same in other languages: Spanish, Portuguese, French, German, Italian, Polish. "Your" counts where a text begins. */
const foreignFillers =
  /^(?:tu|su|mi|seu|sua|meu|minha|ton|votre|dein|deine|ihr|tuo|tua|twoj)[\s_-]|(?:^|[^a-z])(?:cambia(?:r|me)?|cambie|reemplazar?|ejemplo|clave|contrase(?:n|ñ)a|secret[oa]s?|segredo|troque|altere|senha|chave|exemplo|aleatori[oa]s?|changez|remplacez|exemple|motdepasse|geheim|passwort|beispiel|inserisci)(?=[^a-z]|$)/i;
/** Words of other scripts are words: no machine makes keys of them. */
const otherScripts =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u;
/** `test` where a word begins. */
const test = /(?:^|[^A-Za-z])test|(?:^|[^A-Z])T(?:est|EST)(?![a-z])/;
/** `YourPassword`. */
const yours = /(?:^|[^A-Za-z])[Yy]our[A-Z]/;
/** Filled in elsewhere: `<...>`, `${...}`, `{{...}}`, `%...%`, `$(...)`, `$NAME`, `__NAME__`, `@NAME@`. */
const fields = /^<.*>$|\$\{|\{\{|^%.*%$|\$\(|^\$[A-Z_]+$|^__.*__$|^@[A-Z_]+@$|^\[.*\]$/;
/** What stands in the place of a credential when the platform's own identity signs in. */
const identities =
  /^(?:managed[\s_-]?identity\w{0,30}|(?:user|system)assigned(?:identity)?|default(?:azure)?credential)$/i;
const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];
const shortestRow = 9;

/** Credentials that vendors publish in their documentation and emulators. */
const published: ReadonlySet<string> = new Set([
  'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
]);

/** True if a text only holds the place of a value, or is one that everybody knows. */
export function isPlaceholder(text: string): boolean {
  return (
    fillers.test(text) ||
    foreignFillers.test(text) ||
    otherScripts.test(text) ||
    yours.test(text) ||
    test.test(text) ||
    fields.test(text) ||
    identities.test(text) ||
    published.has(text) ||
    repeats(text) ||
    rows.some((row) => holdsRow(text.toLowerCase(), row))
  );
}

/** One character over and over. */
function repeats(text: string): boolean {
  return /(.)\1{5}/.test(text);
}

/** `1234567890`, `abcdefghi`: keys typed along a row. */
function holdsRow(text: string, row: string): boolean {
  const twice = row + row;
  for (let start = 0; start < row.length; start++) {
    if (text.includes(twice.slice(start, start + shortestRow))) return true;
  }
  return false;
}
