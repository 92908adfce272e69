import { listed } from '../../../facts/permissions/wording.js';
import { passageAt } from '../../../findings/passage.js';
import type { Api } from '../../../model/api.js';
import type { RequestTemplate } from '../../../model/request-template.js';
import { inBranch, known, when } from '../../../model/setting.js';
import { type Problem, type ProblemPassage, proposeFix } from '../../definition.js';

/*
 * Templates of gateways put text of a request into the request for another service as it stands:
 * docs.aws.amazon.com/apigateway (mapping template reference), docs.aws.amazon.com/appsync (resolver mapping template utility
 * reference). 2026-11-27.
 */
const sent: Readonly<Record<RequestTemplate['language'], RegExp>> = {
  gateway:
    /\$!?\{?input\.(?:body|json\('[^'\n]{0,80}'\)|path\('[^'\n]{0,80}'\)[\w.]{0,80}|params\('[^'\n]{0,80}'\)|params\(\)\.\w{1,20}\.get\('[^'\n]{0,80}'\))\}?/g,
  graphql: /\$!?\{?(?:ctx|context)\.(?:args|arguments|request\.headers)\.[\w.]{1,80}\}?/g,
};

/** Templates of an API into whose output a request is written without being escaped. */
export function* templateProblems(api: Api): Iterable<Problem> {
  for (const { name, language, text } of api.templates ?? []) {
    const match = when(text, (written) => rawParts(written, language).length > 0);
    const value = known(text) ?? '';
    const parts = rawParts(value, language);
    if (match === undefined || parts.length === 0) continue;
    const names = [...new Set(parts.map(({ written }) => `\`${written}\``))];
    yield {
      about: api,
      at: match.at,
      severity: 'medium',
      confidence: match.confidence,
      message: `The template of ${name} writes ${listed(names)} into a request for another service without escaping ${names.length === 1 ? 'it' : 'them'}${inBranch(match)}.`,
      discriminator: name,
      // One more is the change's, whichever were there.
      rank: parts.length,
      passages: parts.length > mostPlaced ? [] : parts.map((part) => passageOf(part, value)),
      ...(match.origin && { origin: match.origin }),
      // Of several lines the whole would be written anew: there each part is mended where it stands.
      fix: value.includes('\n') ? undefined : proposeFix('exact', match.write(escapedIn(value, language))),
      advice:
        'Escape it: `$util.escapeJavaScript(...)` between quotes, `$util.urlEncode(...)` in a form, `$util.toJson(...)` in AppSync.',
    };
  }
}

/** Of more parts than this the template is told as a whole. */
const mostPlaced = 100;

function passageOf({ start, end, better }: Raw, text: string): ProblemPassage {
  return { ...passageAt(text, start, text.slice(start, end)), better };
}

interface Raw {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly better: string;
}

/** Text of the request between quotes, in a form, or as a value of its own. */
function rawParts(text: string, language: RequestTemplate['language']): readonly Raw[] {
  // What a function is handed is an event like others.
  if (language === 'graphql' && /"operation"\s*:\s*"(?:Batch)?Invoke"/.test(text)) return [];
  return [...text.matchAll(sent[language])].flatMap((found): readonly Raw[] => {
    const [written] = found;
    const start = found.index;
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const isAside = /^\s*#/.test(before) || /\$utils?\.[\w.]+\($/.test(before);
    const end = start + written.length;
    const isAlone = language === 'graphql' && !isAside && before.endsWith('"') && text[end] === '"';
    if (isAlone) return [{ written, start: start - 1, end: end + 1, better: `$util.toJson(${bare(written)})` }];
    const better = isAside ? undefined : betterThan(written, before, language);
    return better === undefined ? [] : [{ written, start, end, better }];
  });
}

/** How it could be written; undefined where it is harmless as it stands. */
function betterThan(written: string, before: string, language: RequestTemplate['language']): string | undefined {
  const isQuoted = (before.replace(/\\"/g, '').match(/"/g)?.length ?? 0) % 2 === 1;
  if (isQuoted) return `$util.escapeJavaScript(${bare(written)})`;
  if (language === 'graphql') return undefined;
  if (/(?:^|&)[\w.]{1,60}=[^&\s]*$/.test(before)) return `$util.urlEncode(${bare(written)})`;
  // JSON is written as JSON; a whole request that is passed on says nothing that its sender may not say.
  return /^\$!?\{?input\.(?:path|params)\b/.test(written) && /:\s*$/.test(before)
    ? `"$util.escapeJavaScript(${bare(written)})"`
    : undefined;
}

function bare(written: string): string {
  return written.replace(/^\$!?\{?/, '$').replace(/\}$/, '');
}

function escapedIn(text: string, language: RequestTemplate['language']): string {
  return rawParts(text, language).reduceRight(
    (whole, { start, end, better }) => whole.slice(0, start) + better + whole.slice(end),
    text,
  );
}
