/** The lines of a stack as Chrome, Firefox and Safari write them. What is not understood stays as it was written. */
export interface StackLine {
  /** The function; null where the line has none, or is no frame. */
  name: string | null
  /** File, line and column; the whole line where it is no frame. */
  place: string
  /** Whether it is one of the site's own frames that made the group. */
  isOwn: boolean
}

const CHROME = /^\s*at (?:async )?(?:(.+?) \()?([^()]+?:\d+:\d+)\)?$/
const FIREFOX = /^(.*?)@(.+?:\d+:\d+)$/

export function stackLines(
  stack: string,
  frames: readonly { function: string; module: string }[],
): StackLine[] {
  return stack
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = CHROME.exec(line) ?? FIREFOX.exec(line)
      if (match === null) return { name: null, place: line.trim(), isOwn: false }
      const [, name = '', place = ''] = match
      const isOwn = frames.some(
        (frame) => place.includes(`${frame.module}:`) && (name === '' ? '?' : name).endsWith(frame.function),
      )
      return { name: name === '' ? null : name, place, isOwn }
    })
}
