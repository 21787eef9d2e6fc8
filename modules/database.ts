import type { ClientFactory } from '@itellico/kernel/db'
import { PrismaClient, type Prisma } from './generated/prisma/client.ts'

declare module '@itellico/kernel/db' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging: gives the kernel's handle the tables of the modules
  interface Database extends Prisma.TransactionClient {}
}

export { sealed } from './generated/sealed.ts'

/** Makes the Prisma client of all modules' tables. Another format of errors takes a stack trace at every query: a third of what a small read costs. */
export const clientFactory: ClientFactory = (adapter) => new PrismaClient({ adapter, errorFormat: 'minimal' })
