import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../prisma/generated/client.ts'

/** Prisma on the control tables: sites, keys, tokens, settings. */
export type Control = PrismaClient

export function openControl(databaseUrl: string): Control {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 4 }) })
}
