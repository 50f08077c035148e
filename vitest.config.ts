import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const FOLDERS = ['sdk', 'api', 'jobs', 'widgets', 'prisma', 'docker', 'docs', 'test']
const DRIVES_A_BROWSER = /playwright-core|live-site/
const KILLS_OR_TIMES =
  /^(?:docker\/local|jobs\/alerts\/killed|test\/faults|test\/security\/(?:collector-sockets|graphql-limits|hostile-documents|logs|slow-operations))/

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
).filter((file) => file.endsWith('.test.ts'))
/** These have both cores to themselves: a starved tab is killed before it can send. */
const alone = files.filter(
  (file) => KILLS_OR_TIMES.test(file) || DRIVES_A_BROWSER.test(readFileSync(file, 'utf8')),
)
const together = files.filter((file) => !alone.includes(file))

// What Node resolves, and so Apollo: the other build of graphql would not take this one's schema for a schema.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }
const project = { setupFiles: ['test/watch-statements.ts'], testTimeout: 60_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    // Here and not in the projects: one set of servers for both.
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        resolve,
        test: {
          ...project,
          name: 'together',
          include: together,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: { ...project, name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
