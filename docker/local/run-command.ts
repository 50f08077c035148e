import { spawn } from 'node:child_process'

export type Outcome = { status: number | null; stdout: string; stderr: string }

type CommandOptions = { uid?: number; gid?: number; env?: Record<string, string> }

/** Makes a command end with the process that started it, however that ends (Linux). */
export const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'TERM']

/** Runs a command to its end. A command that does not exist counts as failed, with the reason in stderr. */
export function runCommand(argv: string[], options: CommandOptions = {}): Promise<Outcome> {
  const [file = '', ...args] = argv
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', (error) => resolve({ status: null, stdout, stderr: error.message }))
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
