import type { OperationContract } from '@itellico/contracts/kit'
import type { Static, TSchema } from 'typebox'
import type { Ctx } from './context.ts'
import { problemsOf } from './validate.ts'

/** Asks another module; input and output are plain JSON and checked against the operation's schemas. */
export async function ask<I extends TSchema, O extends TSchema>(ctx: Ctx, operation: OperationContract<I, O>, input: Static<I>): Promise<Static<O>> {
  const bound = ctx.kernel.registry.operations.get(operation.name)
  if (!bound) throw new Error(`nobody answers ${operation.name} in this process`)
  const wrongInput = problemsOf(operation.input, input)
  if (wrongInput.length) throw new Error(`${operation.name} was asked wrongly: ${wrongInput.join('; ')}`)
  const output = await bound.fn(ctx, input)
  const wrongOutput = problemsOf(operation.output, output)
  if (wrongOutput.length) throw new Error(`${operation.name} answered wrongly: ${wrongOutput.join('; ')}`)
  return output as Static<O>
}
