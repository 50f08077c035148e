import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{sdk,api,jobs,widgets,prisma,docker,test}/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // Two cores: more workers would only wait for each other and for the servers.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
})
