/** Other makers' browser SDKs as they come from npm, to be weighed and run beside ours. A page would write these lines. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { build } from 'esbuild'
import { minify } from 'terser'

const FOLDER = 'bench/peers'

export const PEERS = {
  'web-vitals, attribution': `import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution'
    for (const observe of [onCLS, onFCP, onINP, onLCP, onTTFB]) observe(send)
    function send(metric) { navigator.sendBeacon('/collect', JSON.stringify(metric.value)) }`,
  'Grafana Faro': `import { getWebInstrumentations, initializeFaro } from '@grafana/faro-web-sdk'
    initializeFaro({ url: location.origin + '/collect', app: { name: 'shop', version: '1.0.0' },
      instrumentations: getWebInstrumentations() })`,
  'Datadog RUM slim': `import { datadogRum } from '@datadog/browser-rum-slim'
    datadogRum.init({ applicationId: '1', clientToken: '1', site: 'datadoghq.com', trackUserInteractions: true,
      trackResources: true, trackLongTasks: true })`,
  Sentry: `import { browserTracingIntegration, init } from '@sentry/browser'
    init({ dsn: 'https://key@example.org/1', integrations: [browserTracingIntegration()], tracesSampleRate: 1 })`,
  PostHog: `import posthog from 'posthog-js'
    posthog.init('phc_key', { api_host: location.origin, capture_performance: true })`,
} as const satisfies Record<string, string>

export type PeerName = keyof typeof PEERS

/** Installs the peers the first time. Users never need them, so they are no dependencies of the package. */
export function installPeers(): void {
  if (existsSync(`${FOLDER}/node_modules`)) return
  console.error('installing the peers, once (about 10 s) …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: 'inherit',
  })
}

/** The peer as a page would ship it, through the same tools as ours. */
export async function bundlePeer(name: PeerName): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PEERS[name], resolveDir: FOLDER },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  })
  const { code = '' } = await minify(outputFiles[0]?.text ?? '', { ecma: 2020, compress: { passes: 2 } })
  return code
}
