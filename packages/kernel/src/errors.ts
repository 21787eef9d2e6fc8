import type { ErrorContract } from '@itellico/contracts/kit'

/** A field that was refused and why. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** What a thrown declared error tells beside its code. */
export interface ErrorDetails {
  readonly detail?: string
  readonly errors?: readonly FieldError[]
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
export function fail(contract: ErrorContract, details: ErrorDetails | string = {}): AppError {
  return new AppError(contract, typeof details === 'string' ? { detail: details } : details)
}
