/** Statements that read or change a table of schema rum without saying of which site. */

/** Production's statements begin with their name; what a test writes ad hoc does not, or is named after the test. */
const NAMED = /^\s*\/\* (?!test\.|bench\.)([\w.]+) \*\//
/** A table of rum where it is read, changed or filled; functions have a bracket behind them. */
const TABLE = /\b(?:FROM|JOIN|USING|UPDATE)\s+rum\.\w+\b(?!\s*\()|\b(?:INTO|COPY)\s+rum\.\w+/gi
const INSERTED = /\b(?:INTO|COPY)\s+rum\.\w+(?:\s+AS\s+\w+)?\s*\(([^)]*)\)/gi
/** `site_id = …`, `USING (site_id, …)` of a join: each binds one table. */
const BOUND = /\bsite_id\s*(?:=|IN\b)|\bUSING\s*\(\s*site_id\b/gi

/** Why a statement may look at every site, by its name. */
const OF_EVERY_SITE: Readonly<Record<string, string>> = {
  'privacy.forgetConsent': 'what is too old goes, also of sites that are no more',
}

/** The name of the statement if fewer site ids are bound than tables are named; null if it is as it should be. */
export function unscopedStatement(text: string): string | null {
  const name = NAMED.exec(text)?.[1] ?? (/^\s*COPY rum\./i.test(text) ? 'copy' : null)
  if (name === null || name in OF_EVERY_SITE) return null
  const tables = [...text.matchAll(TABLE)].length
  const filled = [...text.matchAll(INSERTED)].filter(([, columns]) =>
    /\bsite_id\b/.test(columns ?? ''),
  ).length
  const bound = [...text.matchAll(BOUND)].length + filled
  return tables > bound ? `${name}: ${text.slice(0, 300)}` : null
}
