import { error } from './kit.ts'

/** Failures that any request can meet before it reaches a module. */
export const requestInvalid = error({ code: 'request.invalid', status: 400, title: 'The request is not valid' })
export const bodyNotJson = error({ code: 'request.invalid_json', status: 400, title: 'The body is not valid JSON' })
export const mediaTypeUnsupported = error({ code: 'request.unsupported_media_type', status: 415, title: 'This content type is not accepted here' })
export const requestTooLarge = error({ code: 'request.too_large', status: 413, title: 'The request is too large' })
export const unstorableText = error({ code: 'request.unstorable_text', status: 400, title: 'A text holds a character that cannot be stored' })
export const ifMatchInvalid = error({ code: 'request.if_match_invalid', status: 400, title: 'If-Match is not a version of this resource' })
export const cursorInvalid = error({ code: 'request.cursor_invalid', status: 400, title: 'The cursor does not belong to this list' })
export const serviceBusy = error({ code: 'service.busy', status: 503, title: 'Too much is going on right now' })
export const rateLimited = error({ code: 'request.rate_limited', status: 429, title: 'Too many requests' })
export const keyReused = error({ code: 'request.idempotency_key_reused', status: 409, title: 'This idempotency key was used for another request' })
export const keyInFlight = error({ code: 'request.idempotency_in_flight', status: 409, title: 'The first request with this key is still being worked on' })
export const keyInvalid = error({ code: 'request.idempotency_key_invalid', status: 400, title: 'The idempotency key is not valid' })
