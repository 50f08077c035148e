/** How far a slow step (first download, unpacking) has come; `total` is in the unit the label names. */
export type Progress = { label: string; done: number; total: number }

export type OnProgress = (step: Progress) => void

export type LocalServiceOptions = {
  /** A server that exists already: it is asked what it can do, and nothing is started. */
  url?: string | undefined
  /** Where data, logs and run files live. */
  directory: string
  /** Where the downloaded Debian root is kept between runs; by default ~/.cache/sightline. */
  cacheDirectory?: string
  /** By default a free one. */
  port?: number
  /** For tests: nothing is flushed to disk, and the data are deleted when the server stops. */
  ephemeral?: boolean
  onProgress?: OnProgress
  /** Settings of the server itself, over those chosen here. */
  settings?: Record<string, string>
}

export type LocalService = {
  url: string
  /** A sentence for the start-up line: what it is, and what it lacks. */
  engine: string
  origin: 'given' | 'private' | 'embedded'
  /** Shuts down cleanly and resolves when the server is gone. A given server is left alone. */
  stop(): Promise<void>
}
