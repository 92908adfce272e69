import type { Template } from '../../clouds/aws/template.js';
import { isDay } from '../../findings/day.js';
import type { Notice } from '../../findings/notice.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import { lineAt } from '../../notation/source.js';
import type { MetadataSuppression } from '../framework.js';

interface Suppressed {
  readonly suppressions: readonly MetadataSuppression[];
  readonly notices: readonly Notice[];
}

/** What `Metadata.postern.ignore` of the resources silences; an entry without a reason is a notice and silences nothing. */
export function suppressionsOf(template: Template, text: string): Suppressed {
  const suppressions: MetadataSuppression[] = [];
  const notices: Notice[] = [];
  for (const { id, metadata } of template.resources) {
    for (const entry of itemsOf(valueAt(metadata, 'postern', 'ignore'))) {
      const suppression = suppressionOf(id, entry);
      const { until } = suppression ?? {};
      const mistake =
        until === undefined || isDay(until)
          ? message
          : `This entry of postern.ignore has no effect: there is no day ${until.slice(0, 40)}. Write the date as YYYY-MM-DD.`;
      if (suppression !== undefined && mistake === message) suppressions.push(suppression);
      else
        notices.push({ path: template.path, line: lineAt(text, entry.at.start), message: mistake, kind: 'settings' });
    }
  }
  return { suppressions, notices };
}

const message =
  'This entry of postern.ignore has no effect: it needs a policy and a reason, as in `{ policy: function-url-open, reason: public by design }`.';

function suppressionOf(resource: string, entry: Value): MetadataSuppression | undefined {
  const { policy, reason, until } = entry.kind === 'map' ? fieldsOf(entry) : commentOf(textOf(entry) ?? '');
  if (policy === undefined || policy === '' || reason === undefined || reason.trim() === '') return undefined;
  return { policy, resource, reason, at: entry.at, ...(until !== undefined && { until }) };
}

interface Fields {
  readonly policy: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

function fieldsOf(entry: Value): Fields {
  const field = (key: string): string | undefined => textOf(entryOf(entry, key)?.value);
  return { policy: field('policy'), reason: field('reason'), until: field('until') };
}

/** `function-url-open -- public by design, until 2027-03-31`, as in comments. */
function commentOf(written: string): Fields {
  const [policy = '', ...rest] = written.slice(0, 500).split('--');
  const told = rest.join('--').trim();
  const dated = /,?\s{0,9}until\s{1,9}(\d[\d-]{0,20})\.?$/.exec(told);
  const reason = dated === null ? told : told.slice(0, dated.index);
  return { policy: policy.trim(), reason, until: dated?.[1] };
}
