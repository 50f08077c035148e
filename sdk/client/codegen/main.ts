import { runCommand } from './command.ts'

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  token: process.env['SIGHTLINE_TOKEN'],
  say: (line) => console.log(line),
})
