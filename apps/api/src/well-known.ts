import type { Kernel } from '@itellico/kernel/kernel'
import { liveKeys } from '@itellico/modules/signing'
import type { FastifyInstance } from 'fastify'

/** The public keys of access tokens (RFC 7517), the same on every host: whoever has them can verify and never sign. */
export function registerWellKnown(app: FastifyInstance, kernel: Kernel): void {
  app.get('/.well-known/jwks.json', { schema: { hide: true } }, async (_request, reply) => {
    const keys = liveKeys(kernel).map(({ public: key, kid }) => ({ ...key.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' }))
    return reply.header('cache-control', 'public, max-age=300').send({ keys })
  })
}
