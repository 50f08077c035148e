import { defineConfig } from 'vitest/config'

// eslint-disable-next-line import/no-default-export -- vitest reads the default export
export default defineConfig({
  test: {
    include: ['{sdk,api,jobs,widgets,prisma,docker,test}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
})
