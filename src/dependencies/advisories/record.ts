import { z } from 'zod';
import type { Advisory, RangeEvent } from './advisory.js';

const text = z.string().max(2000);
const severities = z
  .array(z.object({ type: text, score: text }))
  .max(50)
  .nullish();

const rangeEvent = z.object({
  introduced: text.optional(),
  fixed: text.optional(),
  last_affected: text.optional(),
  limit: text.optional(),
});

const affected = z.object({
  package: z.object({ ecosystem: text, name: text }).optional(),
  ranges: z
    .array(z.object({ type: text, events: z.array(rangeEvent).max(10_000) }))
    .max(10_000)
    .nullish(),
  versions: z.array(text).max(100_000).nullish(),
  severity: severities,
});

const record = z.object({
  id: text,
  modified: text,
  withdrawn: text.nullish(),
  aliases: z.array(text).max(200).nullish(),
  summary: z.string().nullish(),
  details: z.string().nullish(),
  severity: severities,
  affected: z.array(affected).max(10_000).nullish(),
  references: z
    .array(z.object({ type: text, url: text }))
    .nullish()
    .catch([]),
  database_specific: z
    .object({ severity: z.unknown(), type: z.unknown(), cwe_ids: z.unknown() })
    .partial()
    .nullish()
    .catch({}),
});

/** Checks a record in the OSV format and keeps what is used; undefined if it is none. */
export function advisoryFrom(json: unknown): Advisory | undefined {
  const parsed = record.safeParse(json);
  return parsed.success ? trimmed(parsed.data) : undefined;
}

function trimmed(data: z.infer<typeof record>): Advisory {
  const { id, modified, withdrawn, aliases, summary, details } = data;
  const rating = data.database_specific?.severity;
  return {
    id,
    modified,
    ...(typeof withdrawn === 'string' && { withdrawn }),
    aliases: aliases ?? [],
    summary: (summary ?? details?.split('\n', 1)[0] ?? '').slice(0, 300),
    severity: data.severity ?? [],
    ...(typeof rating === 'string' && { rating }),
    url: `https://osv.dev/vulnerability/${encodeURIComponent(id)}`,
    affected: (data.affected ?? []).flatMap((one) => {
      if (one.package === undefined) return [];
      const { ecosystem, name } = one.package;
      const ranges = (one.ranges ?? []).map((range) => ({ type: range.type, events: range.events.map(defined) }));
      return [{ ecosystem, name, ranges, versions: one.versions ?? [], severity: one.severity ?? [] }];
    }),
  };
}

function defined(event: z.infer<typeof rangeEvent>): RangeEvent {
  const { introduced, fixed, last_affected, limit } = event;
  return {
    ...(introduced !== undefined && { introduced }),
    ...(fixed !== undefined && { fixed }),
    ...(last_affected !== undefined && { last_affected }),
    ...(limit !== undefined && { limit }),
  };
}
