/** A batch as the collector receives it, by somebody in Germany with Chrome on Windows unless told otherwise. */
import type { Incoming } from '../api/collect/accept.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

export function incomingOf(batch: Batch, overrides: Partial<Incoming> = {}): Incoming {
  return {
    body: Buffer.from(JSON.stringify(batch)),
    encoding: undefined,
    origin: undefined,
    receivedAt: Date.now(),
    ip: '127.0.0.1',
    userAgent: CHROME,
    edgePlace: { country: 'DE', region: null, city: null },
    mobileHint: null,
    platformHint: null,
    brandsHint: null,
    gpc: false,
    ...overrides,
  }
}
