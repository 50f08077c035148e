import { defineConfig } from 'prisma/config'

// The CLI looks for its native schema engine before it does anything; generate and validate never use it.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost:5432/sightline' },
  experimental: { externalTables: true },
  tables: {
    external: [
      'rum.events',
      'rum.errors',
      'rum.sessions',
      'rum.rollup_delta',
      'rum.rollup_hour',
      'rum.rollup_day',
      'rum.ingest_batch',
      'rum.dead_letters',
      'rum.deliveries',
      'rum.alert_progress',
      'rum.alert_states',
      'rum.alerts',
      'rum.alert_events',
    ],
  },
})
