/** `sightline deploy …`: what a pipeline tells when a version went live. */
import { Command } from 'commander'
import { RecordDeploy } from '../../sdk/client/documents.generated.ts'
import { CommandError } from './command-error.ts'
import { type ApiOptions, type Surroundings, clientFor, oneSite } from './surroundings.ts'

type DeployOptions = ApiOptions & {
  environment?: string
  at?: string
  note?: string
  link?: string
}

export function deployCommand(around: Surroundings): Command {
  return new Command('deploy')
    .description('tell that a version went live, so that charts can mark it')
    .argument('<version>', 'as pages name their release, such as web@4.2.0')
    .option('--environment <name>', 'where it went live; absent: production')
    .option('--at <time>', 'when, ISO 8601; absent: now')
    .option('--note <text>', 'what is in it')
    .option('--link <address>', 'of the pipeline or the change')
    .action((version: string, _, command: Command) => record(around, version, command.optsWithGlobals()))
}

async function record(around: Surroundings, version: string, options: DeployOptions): Promise<void> {
  const client = clientFor(around, options)
  const site = await oneSite(client, options)
  const { environment, at, note, link: url } = options
  const { recordDeploy } = await client.query(RecordDeploy, {
    input: {
      site,
      version,
      ...(environment === undefined ? {} : { environment }),
      ...(at === undefined ? {} : { at: momentOf(at) }),
      ...(note === undefined ? {} : { note }),
      ...(url === undefined ? {} : { url }),
    },
  })
  const { deploy, userErrors } = recordDeploy
  if (!deploy) throw new CommandError(userErrors.map(({ message }) => message).join('\n'))
  around.say(`${deploy.version} went live in ${deploy.environment} at ${deploy.at}`)
}

function momentOf(text: string): string {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()))
    throw new CommandError(`invalid --at "${text}": expected a time such as 2026-11-21T09:30:00Z`)
  return at.toISOString()
}
