/** One line that fills up; on a pipe a line for each tenth instead. */
export type ProgressBar = { update(label: string, done: number, total: number): void; end(): void }

const WIDTH = 28

export function createProgressBar(stream: NodeJS.WriteStream = process.stdout): ProgressBar {
  let last = ''
  let open = false
  return {
    update: (label, done, total) => {
      const share = total === 0 ? 1 : Math.min(1, done / total)
      if (!stream.isTTY) {
        const line = `  ${label} ${Math.floor(share * 10) * 10} %`
        if (line !== last) stream.write(`${line}\n`)
        last = line
        return
      }
      const filled = Math.round(share * WIDTH)
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
      if (label !== last && open) stream.write('\n')
      last = label
      open = true
      stream.write(`\r\u001b[2K  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${label}`)
    },
    end: () => {
      if (open) stream.write('\n')
      open = false
      last = ''
    },
  }
}
