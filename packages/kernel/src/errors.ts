import type { ErrorContract } from '@itellico/contracts/kit'
import type { FieldProblem, ProblemReason } from '@itellico/contracts/refusals'

/** What a thrown declared error tells beside its code. */
export interface ErrorDetails {
  readonly detail?: string
  /** What `detail` says, by key and with its facts, for clients that speak another language. */
  readonly reason?: ProblemReason
  readonly facts?: Readonly<Record<string, string | number>>
  readonly errors?: readonly FieldProblem[]
  /** Facts a client can act on, for example the booking that is in the way. */
  readonly context?: Readonly<Record<string, unknown>>
  readonly retryAfterSeconds?: number
}

/** A declared failure; anything else that is thrown is a fault of ours. */
export class AppError extends Error {
  readonly contract: ErrorContract
  readonly details: ErrorDetails
  constructor(contract: ErrorContract, details: ErrorDetails = {}) {
    super(details.detail ?? contract.title)
    this.name = 'AppError'
    this.contract = contract
    this.details = details
  }
}

/** Makes a declared failure, to be thrown. */
export function fail(contract: ErrorContract, details: ErrorDetails = {}): AppError {
  return new AppError(contract, details)
}
