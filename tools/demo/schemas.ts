import { fashionSchemas } from './fashion/schema.ts'
import { kidsSchemas } from './kids/schema.ts'
import { pawsSchemas } from './paws/schema.ts'
import type { DemoSchema } from './schema-kit.ts'

/** The profile schemas of all tenants. */
export const schemas: readonly DemoSchema[] = [...fashionSchemas, ...kidsSchemas, ...pawsSchemas]
