import pino, { type Logger } from 'pino'

export type Log = Logger

/** Makes the process's structured logger; secrets that reach it by accident are masked. */
export function createLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.password', '*.token', '*.refreshToken', '*.accessToken', 'req.headers.authorization', 'req.headers.cookie'], censor: '[masked]' },
  })
}
