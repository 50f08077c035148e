/** A page in a real browser at one end, GraphQL at the other: what the SDK sends is stored as it comes. */
import type { Browser, BrowserContext } from 'playwright-core'
import { KEY } from './batches.ts'
import { launchChromium } from './chromium.ts'
import { createTestDatabase } from './database.ts'
import { createPipeline, type Pipeline } from './pipeline.ts'
import { startRecordingCollector, type RecordingCollector } from './recording-collector.ts'

export type LiveSite = {
  browser: Browser
  collector: RecordingCollector
  pipeline: Pipeline
  /** The script tag of the site, with more attributes: `data-consent="full"`. */
  tag: (attributes?: string) => string
  /** A visitor who is taken for a person. Closing it ends what its pages still do. */
  newVisitor: () => Promise<BrowserContext>
  /** Resolves when everything that has arrived so far can be asked for. */
  stored: () => Promise<void>
  close: () => Promise<void>
}

export async function startLiveSite(browserArgs: readonly string[] = []): Promise<LiveSite> {
  const database = await createTestDatabase('plain')
  const pipeline = await createPipeline(database)
  let storing: Promise<unknown> = Promise.resolve()
  const collector = await startRecordingCollector((batch) => {
    storing = storing.then(() => pipeline.send(batch))
  })
  // Driven browsers are bots, and left out of every figure.
  const browser = await launchChromium(['--disable-blink-features=AutomationControlled', ...browserArgs])
  return {
    browser,
    collector,
    pipeline,
    tag: (attributes = '') => `<script src="/sdk/v1.js" data-key="${KEY}" ${attributes} defer></script>`,
    newVisitor: () => browser.newContext({ viewport: { width: 800, height: 600 } }),
    stored: async () => {
      await storing
    },
    async close() {
      await browser.close()
      await collector.close()
      await storing
      await database.drop()
    },
  }
}
