#!/usr/bin/env node
import { readCommandEnv } from '../../api/env.ts'
import { runCli } from './cli.ts'

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    ...readCommandEnv(),
    say: (text) => console.log(text),
    complain: (text) => console.error(text),
    output: process.stdout,
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
