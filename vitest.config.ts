import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{sdk,api,jobs,widgets,prisma,docker,test}/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // One file at a time: the servers and the browser need the other core, and a starved tab is killed before it can send.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
