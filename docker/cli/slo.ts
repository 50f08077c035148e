/** `sightline slo …`: SLOs as files, and how they stand, for pipelines. */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { Command } from 'commander'
import { INDICATOR_FORMS, parseIndicatorText } from '../../api/slos/open-slo/indicator-text.ts'
import type { Client } from '../../sdk/client/client.ts'
import {
  ImportSlos,
  OpenSlo,
  SloStatuses,
  type SloStatusesQuery,
} from '../../sdk/client/documents.generated.ts'
import { CommandError } from './command-error.ts'
import { type ApiOptions, type Surroundings, clientFor, oneSite, sitesFor } from './surroundings.ts'

export function sloCommand(around: Surroundings): Command {
  const slo = new Command('slo').description('SLOs as OpenSLO files, and how they stand')
  slo
    .command('import')
    .description('save the SLOs of OpenSLO v1 files: new names are created, others replaced')
    .argument('<files...>', 'YAML files')
    .option('--dry-run', 'only tell what would be done')
    .option(
      '--indicator <name=what>',
      `what to measure instead of what another system would; may be given again. ${INDICATOR_FORMS}`,
      (text: string, all: string[]) => [...all, text],
      [] as string[],
    )
    .action((files: string[], _, command: Command) => importFiles(around, files, command.optsWithGlobals()))
  slo
    .command('export')
    .description('write the SLOs of a site as OpenSLO v1')
    .option('--out <file>', 'the file to write; absent: to the terminal')
    .action((_, command: Command) => exportFile(around, command.optsWithGlobals()))
  slo
    .command('check')
    .description('tell how every SLO stands; ends with 1 if one burns or is exhausted')
    .option('--json', 'as JSON, for other programs')
    .action((_, command: Command) => check(around, command.optsWithGlobals()))
  return slo
}

type ImportOptions = ApiOptions & { dryRun?: boolean; indicator: string[] }

async function importFiles(
  around: Surroundings,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const indicators = options.indicator.map(namedIndicator)
  const texts = files.map((file) => [file, readText(around, file)] as const)
  const unused = indicators.find(({ name }) => !texts.some(([, yaml]) => yaml.includes(name)))
  if (unused !== undefined) throw new CommandError(`--indicator: no file names "${unused.name}"`)
  const client = clientFor(around, options)
  const site = await oneSite(client, options)
  let failed = 0
  for (const [file, yaml] of texts) {
    const named = indicators.filter(({ name }) => yaml.includes(name))
    const input = { site, yaml, indicators: named, dryRun: options.dryRun ?? false }
    const { importSlos } = await client.query(ImportSlos, { input })
    for (const note of importSlos.notes) around.say(`${placed(file, note)} ${note.message}`)
    for (const mistake of importSlos.userErrors)
      around.complain(`${placed(file, mistake)} ${mistake.message}`)
    for (const { name, action } of importSlos.imported)
      around.say(`${DONE[action][input.dryRun ? 1 : 0]} ${name}`)
    failed += importSlos.userErrors.length
  }
  if (failed > 0) throw new CommandError(`${counted(failed, 'mistake')}: nothing of such a file was saved`)
}

const DONE = { CREATE: ['created', 'would create'], REPLACE: ['replaced', 'would replace'] } as const

/** `file:line:column:` as compilers write it, so that editors can follow. */
function placed(file: string, { line, column }: { line?: number | null; column?: number | null }): string {
  return `${[file, ...(line ? [line, column] : [])].join(':')}:`
}

function namedIndicator(text: string) {
  const [, name, what = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  const indicator = parseIndicatorText(what)
  if (name === undefined || indicator === null)
    throw new CommandError(`invalid --indicator "${text}": expected <name>= with ${INDICATOR_FORMS}`)
  return { name, indicator }
}

async function exportFile(around: Surroundings, options: ApiOptions & { out?: string }): Promise<void> {
  const client = clientFor(around, options)
  const id = await oneSite(client, options)
  const { site } = await client.query(OpenSlo, { site: id })
  const text = known(id, site).openSlo
  if (options.out === undefined) {
    around.say(text.replace(/\n$/, ''))
    return
  }
  const path = resolve(around.folder, options.out)
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new CommandError(`${options.out} cannot be written: ${messageOf(error)}`)
  }
  around.say(
    `wrote ${counted(text.match(/^kind: SLO$/gm)?.length ?? 0, 'SLO')} to ${relative(around.folder, path)}`,
  )
}

type SloStatusAnswer = NonNullable<SloStatusesQuery['site']>['slos'][number]

async function check(around: Surroundings, options: ApiOptions & { json?: boolean }): Promise<void> {
  const client = clientFor(around, options)
  const slos: SloStatusAnswer[] = []
  for (const site of await sitesFor(client, options)) slos.push(...(await statusesOf(client, site)))
  if (options.json === true) around.say(JSON.stringify(slos, null, 2))
  else if (slos.length === 0) around.say('there are no SLOs')
  else for (const slo of slos) around.say(describe(slo))
  if (slos.some(({ status: { state } }) => state === 'BURNING' || state === 'EXHAUSTED')) around.exitCode = 1
}

async function statusesOf(client: Client, id: string): Promise<SloStatusAnswer[]> {
  const { site } = await client.query(SloStatuses, { site: id })
  return known(id, site).slos
}

function describe({ id, name, status }: SloStatusAnswer): string {
  const { state, objective, compliance, budget, rules, exhaustedAt } = status
  const [site] = id.split('/')
  const head = `${state.padEnd(9)} ${site}  ${name}:`
  if (compliance.value === null || compliance.value === undefined) return `${head} no events in its window`
  const lines = [
    `${head} ${percent(compliance.value)} of ${percent(objective)}, n = ${compliance.total}, budget left ${percent(budget?.remainingShare ?? 0)}`,
    ...rules
      .filter((rule) => rule.state === 'BURNING')
      .map(({ rule, reason }) => `          ${rule.severity.toLowerCase()} "${rule.name}" ${reason}`),
    ...(exhaustedAt ? [`          used up at ${exhaustedAt} if it goes on as in the last hour`] : []),
  ]
  return lines.join('\n')
}

/** Three digits behind the point tell 99.9 % from 99.99 %. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))} %`
}

function known<T>(id: string, site: T | null | undefined): T {
  if (site === null || site === undefined)
    throw new CommandError(`there is no site "${id}" that the token may see`)
  return site
}

function readText({ folder }: Surroundings, file: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8')
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${messageOf(error)}`)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
