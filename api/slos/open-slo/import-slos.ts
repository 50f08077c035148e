/** A file of OpenSLO saved: all of its SLOs or, with a mistake in one, none. */
import { type GraphQLInputType, type GraphQLSchema, isInputType } from 'graphql'
import type { Caller } from '../../access/authenticate.ts'
import type { Control } from '../../db/prisma.ts'
import type { ImportAction, ImportSlosInput } from '../../schema.generated.ts'
import type { SiteRow } from '../../sites/sites.queries.ts'
import { type Slo, columnsOf, manageableSite, ofSite, unknownSite } from '../saved-slos.ts'
import { sortDocuments } from './documents.ts'
import type { InputTypes, Replacements } from './read-indicator.ts'
import { type ReadSlo, readSlo } from './read-slo.ts'
import { type Placed, readYaml } from './reader.ts'

export type Imported = { name: string; action: ImportAction; slo: Slo | null }
export type ImportProblem = Placed & { path: string[]; code: 'INVALID' | 'UNKNOWN' }
export type ImportPayload = { imported: Imported[]; notes: Placed[]; userErrors: ImportProblem[] }

const LONGEST_FILE = 256 * 1024
const MOST_SLOS = 200

export async function importSlos(
  { control, caller, schema }: { control: Control; caller: Caller; schema: GraphQLSchema },
  { site: slug, yaml, indicators, dryRun }: ImportSlosInput,
): Promise<ImportPayload> {
  const site = await manageableSite(control, caller, slug)
  if (site === null) return refused([problem(unknownSite(slug), 'site', 'UNKNOWN')])
  const replacements = new Map((indicators ?? []).map(({ name, indicator }) => [name, indicator]))
  const { slos, notes, mistakes } = readFile(yaml, { types: inputTypes(schema), replacements })
  const named = slos.map(({ name }) => name)
  const unused = [...replacements.keys()].filter((name) => !mentions(slos, name))
  const userErrors = [
    ...mistakes.map((mistake) => ({ ...mistake, path: ['yaml'], code: 'INVALID' as const })),
    ...named
      .filter((name, i) => named.indexOf(name) < i)
      .map((name) => problem(`two SLOs of the file are named "${name}": give each a displayName of its own`)),
    ...(mistakes.length > 0
      ? []
      : unused.map((name) =>
          problem(`the file has no indicator and no SLO "${name.slice(0, 60)}" to replace`, 'indicators'),
        )),
  ]
  if (userErrors.length > 0) return { imported: [], notes, userErrors }
  return { imported: await saved(control, site, { slos, isDry: dryRun ?? false }), notes, userErrors: [] }
}

/** What a file means, without a look at what is saved. */
export function readFile(
  yaml: string,
  given: { types: InputTypes; replacements: Replacements },
): { slos: ReadSlo[]; notes: Placed[]; mistakes: Placed[] } {
  if (Buffer.byteLength(yaml) > LONGEST_FILE) {
    const message = `the file has ${Buffer.byteLength(yaml)} bytes: send at most ${LONGEST_FILE} at once`
    return { slos: [], notes: [], mistakes: [{ line: null, column: null, message }] }
  }
  const { documents: nodes, reader } = readYaml(yaml)
  const documents = sortDocuments(reader, nodes)
  const slos = documents.slos.flatMap((slo) => readSlo(reader, slo, { documents, ...given }))
  if (reader.mistakes.length === 0) documents.refuseUnused()
  if (reader.mistakes.length === 0 && slos.length === 0)
    reader.wrong(null, 'the file has no document of kind SLO')
  if (slos.length > MOST_SLOS) reader.wrong(null, `${slos.length} SLOs: import ${MOST_SLOS} at most at once`)
  return { slos, notes: reader.notes, mistakes: reader.mistakes }
}

async function saved(
  control: Control,
  site: SiteRow,
  { slos, isDry }: { slos: readonly ReadSlo[]; isDry: boolean },
): Promise<Imported[]> {
  const names = slos.map(({ name }) => name.trim())
  const known = await control.slo.findMany({
    where: { siteId: site.id, name: { in: names } },
    select: { name: true },
  })
  const actionOf = (name: string): ImportAction =>
    known.some((one) => one.name === name) ? 'REPLACE' : 'CREATE'
  if (isDry) return names.map((name) => ({ name, action: actionOf(name), slo: null }))
  const rows = await control.$transaction(
    slos.map((slo) => {
      const data = { ...columnsOf(slo), openSlo: slo.extras as object }
      const { name } = data
      return control.slo.upsert({
        where: { siteId_name: { siteId: site.id, name } },
        create: { siteId: site.id, ...data },
        update: data,
      })
    }),
  )
  return rows.map((row) => ({ name: row.name, action: actionOf(row.name), slo: ofSite(site, row) }))
}

export function inputTypes(schema: GraphQLSchema): InputTypes {
  return {
    indicator: inputType(schema, 'SloIndicatorInput'),
    where: inputType(schema, 'FilterInput'),
    fanOut: inputType(schema, 'SloFanOutInput'),
  }
}

function inputType(schema: GraphQLSchema, name: string): GraphQLInputType {
  const type = schema.getType(name)
  if (!isInputType(type)) throw new TypeError(`the schema has no input ${name}`)
  return type
}

function mentions(slos: readonly ReadSlo[], name: string): boolean {
  return slos.some(
    ({ extras }) =>
      extras.indicator?.metadata?.name === name || extras.metadata?.name.startsWith(name) === true,
  )
}

function problem(message: string, field = 'yaml', code: ImportProblem['code'] = 'INVALID'): ImportProblem {
  return { line: null, column: null, message, path: [field], code }
}

function refused(userErrors: ImportProblem[]): ImportPayload {
  return { imported: [], notes: [], userErrors }
}
