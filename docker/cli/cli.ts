/** The command line: one table of commands, each in a file of its own. */
import { Command, CommanderError } from 'commander'
import { describeCommandEnv } from '../../api/env.ts'
import { QueryError } from '../../sdk/client/client.ts'
import { CommandError } from './command-error.ts'
import { deadLettersCommand } from './dead-letters.ts'
import { deployCommand } from './deploy.ts'
import { eraseCommand, exportCommand } from './people.ts'
import { sloCommand } from './slo.ts'
import type { Surroundings } from './surroundings.ts'

const COMMANDS: readonly ((around: Surroundings) => Command)[] = [
  deadLettersCommand,
  deployCommand,
  sloCommand,
  exportCommand,
  eraseCommand,
]

/** A mistake in what was typed, or no answer: other than 1, which a check says of what it looked at. */
const FAILED = 2

/** Returns the exit code. What a person can put right is said and not thrown. */
export async function runCli(
  args: readonly string[],
  given: Omit<Surroundings, 'exitCode'>,
): Promise<number> {
  const around: Surroundings = { ...given, exitCode: 0 }
  const program = new Command('sightline')
    .description('Real user monitoring from the command line, by the GraphQL API')
    .option('--url <address>', 'where Sightline answers (SIGHTLINE_URL)')
    .option('--token <token>', 'an API token (SIGHTLINE_TOKEN)')
    .option('--site <id>', 'the site; absent: the only one that the token may see')
    .addHelpText('after', `\nVariables:\n${variables()}`)
  for (const command of COMMANDS) program.addCommand(command(around))
  settle(program, around)
  try {
    await program.parseAsync(args, { from: 'user' })
    return around.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED
    if (!(error instanceof CommandError) && !(error instanceof QueryError)) throw error
    around.complain(error instanceof QueryError ? `${error.message} (${error.code})` : error.message)
    return FAILED
  }
}

/** Commander ends the process itself unless every command is told not to. */
function settle(command: Command, around: Surroundings): void {
  const trimmed = (say: (text: string) => void) => (text: string) => say(text.replace(/\n$/, ''))
  command
    .exitOverride()
    .configureOutput({ writeOut: trimmed(around.say), writeErr: trimmed(around.complain) })
  for (const inner of command.commands) settle(inner, around)
}

function variables(): string {
  return describeCommandEnv()
    .map(
      ({ name, default: fallback, meaning }) =>
        `  ${name.padEnd(16)} ${meaning}${fallback === null ? '' : ` Default: ${fallback}`}`,
    )
    .join('\n')
}
