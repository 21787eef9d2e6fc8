import { personalFields } from '@itellico/contracts/personal-fields'
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino'

export type Log = Logger

const SECRET = ['*.password', '*.token', '*.refreshToken', '*.accessToken', 'req.headers.authorization', 'req.headers.cookie']
/** Values of persons, at the first level and one below. */
const PERSONAL = [...personalFields.contact, ...personalFields.device].flatMap((name) => [name, `*.${name}`])

/** Makes the process's structured logger, on standard output or elsewhere; secrets and values of persons that reach it by accident are masked. */
export function createLog(name: string, level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    name,
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...SECRET, ...PERSONAL], censor: '[masked]' },
  }
  return destination ? pino(options, destination) : pino(options)
}
