import swagger from '@fastify/swagger'
import { buildVersion } from '@itellico/kernel/config'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

/** Makes the OpenAPI document from the contracts; must be registered before the routes. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'itellico API',
        version: buildVersion(),
        description:
          'Five tiers by data scope: public, user, account, tenant, platform. Send `X-Tenant-ID` where the host does not name the marketplace, and `X-Account-ID` for the account you act for.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
  })
}

/** Serves the document and a page to browse it. */
export async function registerReference(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(scalar, { routePrefix: '/reference', configuration: { title: 'itellico API', content: () => app.swagger() } })
}
