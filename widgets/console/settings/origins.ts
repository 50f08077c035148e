/** Origins as people write them: one a line. */
import type { UserError } from '../forms/mutation-controller.ts'

export function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What is no origin, as soon as it is written. */
export function originMistakes(text: string): UserError[] {
  return linesOf(text)
    .filter((line) => !(URL.canParse(line) && new URL(line).origin === line))
    .map((line) => ({ path: ['origins'], message: `“${line}” is no origin: ${remedyOf(line)}` }))
}

function remedyOf(line: string): string {
  const whole = /^[a-z]+:\/\//i.test(line) ? line : `https://${line}`
  const origin = URL.canParse(whole) ? new URL(whole).origin : 'null'
  return origin === 'null' ? 'write scheme and host, https://shop.example' : `write ${origin}`
}
