/** `sightline export` and `sightline erase`: what is stored of somebody, and how they are forgotten. */
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import type { Client } from '../../sdk/client/client.ts'
import { Erase, Erasures, type SubjectInput } from '../../sdk/client/documents.generated.ts'
import { CommandError } from './command-error.ts'
import { type ApiOptions, type Surroundings, addressOf, clientFor, oneSite, tokenOf } from './surroundings.ts'

type SubjectOptions = ApiOptions & { visitor?: string; session?: string; user?: string }

function withSubject(command: Command): Command {
  return command
    .option('--visitor <id>', 'every session of a visitor')
    .option('--session <id>', 'one session')
    .option('--user <attribute:value>', 'every session that has the attribute, such as id:u-42')
}

type ExportOptions = SubjectOptions & { from?: string; to?: string; out?: string }

export function exportCommand(around: Surroundings): Command {
  return withSubject(
    new Command('export').description(
      'everything that is stored of somebody, or of a site, as lines of JSON',
    ),
  )
    .option('--from <time>', 'only sessions that ended after it, ISO 8601')
    .option('--to <time>', 'only sessions that began before it')
    .option('--out <file>', 'the file to write; absent: to the terminal')
    .action((_, command: Command) => exportLines(around, command.optsWithGlobals()))
}

async function exportLines(around: Surroundings, options: ExportOptions): Promise<void> {
  const site = await oneSite(clientFor(around, options), options)
  const { visitor, session, user, from, to, out } = options
  const given = Object.entries({ site, visitor, session, user, from, to })
  const asked = given.filter((entry): entry is [string, string] => entry[1] !== undefined)
  const response = await fetch(
    `${addressOf(around, options)}/v1/export?${new URLSearchParams(asked).toString()}`,
    {
      headers: { authorization: `Bearer ${tokenOf(around, options)}` },
    },
  )
  if (!response.ok || response.body === null) throw new CommandError(await refusalOf(response))
  let lines = 0
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      for (const byte of chunk) if (byte === 0x0a) lines++
      yield chunk
    }
  }
  const target: Writable = out === undefined ? around.output : createWriteStream(resolve(around.folder, out))
  await pipeline(Readable.fromWeb(response.body), count, target, { end: out !== undefined })
  if (out !== undefined) around.say(`${out}: ${lines} lines`)
}

async function refusalOf(response: Response): Promise<string> {
  const { detail } = (await response.json().catch(() => ({}))) as { detail?: string }
  return detail ?? `the export was answered with ${response.status}`
}

type EraseOptions = SubjectOptions & { yes?: boolean; wait?: boolean }

const PATIENCE_MS = 10 * 60_000
const LOOK_EVERY_MS = 1000

export function eraseCommand(around: Surroundings): Command {
  return withSubject(
    new Command('erase').description(
      'forget somebody for good: sessions, events, errors, dead letters and what they counted for',
    ),
  )
    .option('--yes', 'do it; without, only the receipt of an earlier erasure is looked for')
    .option('--no-wait', 'do not wait for the receipt')
    .action((_, command: Command) => erase(around, command.optsWithGlobals()))
}

async function erase(around: Surroundings, options: EraseOptions): Promise<void> {
  const client = clientFor(around, options)
  const site = await oneSite(client, options)
  const subject = subjectOf(options)
  if (options.yes !== true) {
    const receipt = await receiptOf(client, site, subject)
    around.say(
      receipt === null
        ? 'Nobody was erased under this name. Add --yes to do it: it cannot be undone.'
        : said(receipt),
    )
    return
  }
  const { erase: asked } = await client.query(Erase, { input: { site, subject } })
  if (!asked.erasure) throw new CommandError(asked.userErrors.map(({ message }) => message).join('\n'))
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const receipt = await receiptOf(client, site, subject)
    if (receipt !== null && (receipt.doneAt !== null || options.wait === false)) {
      around.say(said(receipt))
      return
    }
    if (Date.now() > end)
      throw new CommandError(
        'the erasure goes on: ask for its receipt later with the same command without --yes',
      )
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function subjectOf({ visitor, session, user }: SubjectOptions): SubjectInput {
  const [, attribute = '', value = ''] = /^([^:]+):(.+)$/s.exec(user ?? '') ?? []
  if (user !== undefined && value === '')
    throw new CommandError(`invalid --user "${user}": expected an attribute and its value, such as id:u-42`)
  return {
    ...(visitor === undefined ? {} : { visitor }),
    ...(session === undefined ? {} : { session }),
    ...(user === undefined ? {} : { user: { attribute, value } }),
  }
}

type Receipt = Awaited<ReturnType<typeof receiptOf>>

async function receiptOf(client: Client, site: string, of: SubjectInput) {
  const { site: found } = await client.query(Erasures, { site, of })
  return found?.erasures.nodes[0] ?? null
}

function said(receipt: NonNullable<Receipt>): string {
  const { id, requestedAt, requestedBy, doneAt, sessions, events, errors, deadLetters, consents } = receipt
  return [
    `Erasure ${id}, asked for by ${requestedBy} at ${requestedAt}`,
    doneAt === null ? 'It is under way.' : `Nothing is left of it since ${doneAt}.`,
    `Deleted: ${sessions} sessions, ${events} events, ${errors} errors, ${deadLetters} dead letters, ${consents} entries of consent`,
  ].join('\n')
}
