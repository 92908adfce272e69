import type { Danger } from './danger.js';

/*
 * Library functions that carry text of their arguments into their result. Sources: developer.mozilla.org (built-in
 * objects), nodejs.org/api (buffer, path, querystring, url, util, zlib), lodash.com/docs, docs.python.org/3/library. 2026-11-26.
 */

const carriers =
  /^(?:JSON\.(?:parse|stringify)|String|String\.raw|decodeURIComponent|decodeURI|encodeURI|encodeURIComponent|unescape|escape|atob|btoa|Buffer\.from|Buffer|Object\.(?:assign|values|entries|keys|fromEntries)|Array\.from|Promise\.(?:all|resolve|allSettled)|structuredClone|URL|URLSearchParams|path(?:\.posix)?\.(?:join|resolve|normalize|basename|dirname|format)|querystring\.(?:parse|unescape|stringify)|qs\.(?:parse|stringify)|url\.(?:parse|format|URL)|util\.(?:format|inspect)|zlib\.\w+Sync|lodash\.(?:get|pick|omit|merge|defaults|cloneDeep|trim|toString|camelCase)|@aws-sdk\/util-dynamodb\.(?:marshall|unmarshall)|aws-sdk\.DynamoDB\.Converter\.\w+|safe-buffer\.Buffer\.from|he\.decode|js-base64\.\w+|json\.(?:loads|dumps)|urllib\.parse\.\w+|base64\.\w+|str|dict|list|tuple|sorted|os\.path\.(?:join|normpath|abspath|basename|realpath|expanduser|dirname|commonpath|commonprefix)|shlex\.split|copy\.(?:copy|deepcopy)|pathlib\.Path|_?pickle\.dumps|cPickle\.dumps|dill\.dumps|bytes|next|enumerate|zip|io\.(?:BytesIO|StringIO)|gzip\.decompress|zlib\.decompress|bz2\.decompress|tarfile\.open|adm-zip)(?:\(\)\.toString)?$/;

export function isCarrier(symbol: string): boolean {
  return carriers.test(symbol);
}

/** The shape of what they give, where it is always a text. */
export function isCarried(symbol: string): 'text' | undefined {
  return /^(?:String|JSON\.stringify|decodeURI|encodeURI|path\.|util\.|atob|btoa|str$|json\.dumps|urllib\.parse\.unquote|os\.path)/.test(
    symbol,
  )
    ? 'text'
    : undefined;
}

/** Methods of texts, and of what is read like one. */
export const textMethods: ReadonlySet<string> = new Set(
  'trim trimStart trimEnd toLowerCase toUpperCase slice substring substr replace replaceAll toString padStart padEnd normalize charAt repeat join decode encode strip lstrip rstrip lower upper format title'.split(
    ' ',
  ),
);

/** Methods that give parts of what they are called on: developer.mozilla.org, docs.python.org/3/library/stdtypes. 2026-11-27. */
export const partMethods: ReadonlySet<string> = new Set(
  'items values keys entries copy pop popitem split rsplit splitlines partition group groups flat reverse sort'.split(
    ' ',
  ),
);

/** They give back what they are given, changed only in how it is called. */
export const passesSymbol =
  /^(?:promisify|promisifyAll|capture(?:AWS|AWSClient|AWSv3Client|HTTPs|HTTPsGlobal)|from|instrument\w*)$/;

const cleaning: readonly (readonly [RegExp, readonly Danger[]])[] = [
  [/^(?:JSON\.stringify|json\.dumps|encodeURI|util\.inspect|repr)$/, ['log line', 'header']],
  [/^(?:path(?:\.posix)?|os\.path)\.basename$/, ['path']],
  [/^werkzeug\.utils\.secure_filename$/, ['path']],
  [/^encodeURIComponent$|^urllib\.parse\.quote(?:_plus)?$/, ['path', 'url', 'redirect', 'html', 'log line', 'header']],
  [
    /^(?:escape-html|he\.(?:encode|escape)|lodash\.escape|entities\.\w+|sanitize-html|xss|validator\.escape|html\.escape|markupsafe\.escape|(?:isomorphic-)?dompurify\b.*\.sanitize|html-entities\.encode)$/i,
    ['html'],
  ],
  [/^(?:shell-quote\.quote|shell-escape|shlex\.quote|pipes\.quote)$/, ['command']],
  [
    /^(?:mysql2?|sqlstring|pg|pg-format)\b.*\.?(?:escape|escapeId|escapeLiteral|escapeIdentifier|format)$|^pg-format$/,
    ['sql'],
  ],
];

/** What text can no longer do after it went through a function. */
export function harmlessAfter(symbol: string, name: string): readonly Danger[] {
  if (/^(?:escapeHtml|htmlEscape|escapeHTML|sanitizeHtml|sanitizeHTML)$/.test(name)) return ['html'];
  return cleaning.find(([pattern]) => pattern.test(symbol))?.[1] ?? [];
}
