import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../prisma/generated/client.ts'

/** Prisma on the control tables: sites, keys, tokens, settings. */
export type Control = PrismaClient

/** The same within a transaction. */
export type ControlTransaction = Parameters<Parameters<Control['$transaction']>[0]>[0]

export function openControl(databaseUrl: string): Control {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 4 }) })
}
