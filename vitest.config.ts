import { defineConfig } from 'vitest/config'

export default defineConfig({
  // What Node resolves, and so Apollo: the other build of graphql would not take this one's schema for a schema.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['{sdk,api,jobs,widgets,prisma,docker,docs,test}/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/watch-statements.ts'],
    // One file at a time: the servers and the browser need the other core, and a starved tab is killed before it can send.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
