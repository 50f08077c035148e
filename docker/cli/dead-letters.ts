/** `sightline dead-letters …`: what could not be stored, looked at, tried again or given up. */
import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import type { Client } from '../../sdk/client/client.ts'
import {
  DeadLetter,
  DeadLetters,
  type DeadLettersQuery,
  DropDeadLetters,
  ReplayDeadLetters,
} from '../../sdk/client/documents.generated.ts'
import { CommandError } from './command-error.ts'
import { type ApiOptions, type Surroundings, clientFor, oneSite } from './surroundings.ts'

export function deadLettersCommand(around: Surroundings): Command {
  const letters = new Command('dead-letters').description('what was accepted and could not be stored')
  letters
    .command('list')
    .description('tell of each that is left: id, when, what, why')
    .option('--json', 'as JSON, for other programs')
    .action((_, command: Command) => list(around, command.optsWithGlobals()))
  letters
    .command('show')
    .description('show one with all that it holds')
    .argument('<id>', 'as `list` names it')
    .action((id: string, _, command: Command) => show(around, id, command.optsWithGlobals()))
  letters
    .command('replay')
    .description('store them after all, each once; ends with 1 if one is refused again')
    .argument('[ids...]', 'as `list` names them')
    .option('--all', 'every one')
    .option('--wait <seconds>', 'how long to wait for the jobs process', '60')
    .action((ids: string[], _, command: Command) => replay(around, ids, command.optsWithGlobals()))
  letters
    .command('drop')
    .description('delete what they hold; how many they were is kept')
    .argument('[ids...]', 'as `list` names them')
    .option('--all', 'every one')
    .action((ids: string[], _, command: Command) => drop(around, ids, command.optsWithGlobals()))
  return letters
}

type SiteLetters = NonNullable<DeadLettersQuery['site']>
type Letter = SiteLetters['deadLetters']['nodes'][number]

async function list(around: Surroundings, options: ApiOptions & { json?: boolean }): Promise<void> {
  const { letters, counts } = await allLetters(around, options)
  const left = letters.filter(({ state }) => state !== 'REPLAYED')
  if (options.json === true) {
    around.say(harmless(JSON.stringify({ counts, letters: left }, null, 2)))
    return
  }
  for (const letter of left) around.say(describe(letter))
  around.say(
    `${counts.kept} kept, ${counts.asked} asked, ${counts.replayed} replayed, ${counts.dropped} dropped`,
  )
}

async function show(around: Surroundings, id: string, options: ApiOptions): Promise<void> {
  const client = clientFor(around, options)
  const { site } = await client.query(DeadLetter, { site: await oneSite(client, options), id })
  if (!site?.deadLetter) throw new CommandError(`there is no dead letter "${id}": look with list`)
  const { payload, ...rest } = site.deadLetter
  around.say(harmless(JSON.stringify({ ...rest, payload: JSON.parse(payload) as unknown }, null, 2)))
}

type SettleOptions = ApiOptions & { all?: boolean; wait?: string }

async function replay(around: Surroundings, ids: string[], options: SettleOptions): Promise<void> {
  const seconds = Number(options.wait)
  if (!(seconds >= 0)) throw new CommandError(`invalid --wait "${options.wait}": expected seconds such as 60`)
  const client = clientFor(around, options)
  const site = await oneSite(client, options)
  const before = await lettersOf(client, site)
  const { replayDeadLetters } = await client.query(ReplayDeadLetters, { input: inputOf(site, ids, options) })
  const count = doneOrThrow(replayDeadLetters)
  const meant = before.letters.filter(
    ({ id, state }) => state !== 'REPLAYED' && (options.all === true || ids.includes(id)),
  )
  for (const end = Date.now() + seconds * 1000; ; await wait(500)) {
    const now = new Map((await lettersOf(client, site)).letters.map((letter) => [letter.id, letter]))
    const states = meant.map(({ id }) => now.get(id))
    const waiting = states.filter((letter) => letter?.state === 'ASKED').length
    if (waiting > 0 && Date.now() < end) continue
    for (const letter of states)
      if (letter?.state === 'KEPT') around.complain(`refused again: ${describe(letter)}`)
    const replayed = states.filter((letter) => letter?.state === 'REPLAYED').length
    around.say(
      `${replayed} of ${count} replayed${waiting === 0 ? '' : `, ${waiting} still wait for the jobs process`}`,
    )
    if (replayed < count) around.exitCode = 1
    return
  }
}

async function drop(around: Surroundings, ids: string[], options: SettleOptions): Promise<void> {
  const client = clientFor(around, options)
  const input = inputOf(await oneSite(client, options), ids, options)
  const { dropDeadLetters } = await client.query(DropDeadLetters, { input })
  around.say(`${doneOrThrow(dropDeadLetters)} dropped`)
}

function inputOf(site: string, ids: string[], { all }: SettleOptions) {
  return { site, ...(all === true ? { all } : {}), ...(ids.length === 0 ? {} : { ids }) }
}

type Settled = { count?: number | null; userErrors: readonly { message: string }[] }

function doneOrThrow({ count, userErrors }: Settled): number {
  if (count === null || count === undefined)
    throw new CommandError(userErrors.map(({ message }) => message).join('\n'))
  return count
}

async function allLetters(around: Surroundings, options: ApiOptions) {
  const client = clientFor(around, options)
  return lettersOf(client, await oneSite(client, options))
}

async function lettersOf(client: Client, id: string) {
  const letters: Letter[] = []
  for (let after: string | null = null; ;) {
    const { deadLetters, deadLetterCounts }: SiteLetters = await page(client, id, after)
    letters.push(...deadLetters.nodes)
    if (!deadLetters.pageInfo.hasNextPage) return { letters, counts: deadLetterCounts }
    after = deadLetters.pageInfo.endCursor ?? null
  }
}

async function page(client: Client, id: string, after: string | null): Promise<SiteLetters> {
  const { site } = await client.query(DeadLetters, { site: id, first: 200, after })
  if (!site) throw new CommandError(`there is no site "${id}" that the token may see`)
  return site
}

function describe({ id, at, kind, rows, code, reason, tries, state }: Letter): string {
  const what = `${kind.toLowerCase()}${rows === null || rows === undefined ? '' : ` of ${rows}`}`
  const tried = tries === 0 ? '' : `, refused ${tries} more times`
  return harmless(
    `${id}  ${at}  ${what}  ${code}  ${reason.slice(0, 200)}${tried}${state === 'ASKED' ? ', asked' : ''}`,
  )
}

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const ACTIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** What a page sent may hold what a terminal obeys, or what turns a line around: it is shown by its number. */
function harmless(text: string): string {
  return text.replace(ACTIVE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
