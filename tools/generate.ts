import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Puts the modules' Prisma models together and generates the client, unless it is there already.
const root = fileURLToPath(new URL('../', import.meta.url))
const modules = `${root}modules`
const files = readdirSync(modules, { withFileTypes: true })
  .filter((d) => d.isDirectory() && existsSync(`${modules}/${d.name}/${d.name}.prisma`))
  .map((d) => `${modules}/${d.name}/${d.name}.prisma`)
const schema = [`${modules}/schema.prisma`, ...files]
  .map((f) => readFileSync(f, 'utf8'))
  .join('\n')
  .replace('./generated/prisma', './prisma')
const hash = createHash('sha256')
  .update(schema)
  .update(readFileSync(`${root}package-lock.json`))
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex')
const out = `${modules}/generated`
const stamp = `${out}/stamp`

interface Sealed {
  table: string
  text: Record<string, string>
  json: Record<string, string>
  relations: Record<string, string>
  index: Record<string, string>
}

/** Fields marked `/// @sealed`, by model, with the relations that lead to models which have some. */
function sealedModels(): Record<string, Sealed> {
  const bodies = new Map([...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [name, body]))
  const all = new Map<string, Sealed>()
  for (const [name, body] of bodies) {
    const entry: Sealed = { table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, text: {}, json: {}, relations: {}, index: {} }
    for (const line of body.split('\n')) {
      const [, field = '', type = ''] = /^\s*(\w+)\s+(\w+)/.exec(line) ?? []
      const column = /[^@]@map\("(\w+)"\)/.exec(line)?.[1] ?? field
      if (bodies.has(type)) entry.relations[field] = type
      else if (line.includes('/// @index(')) entry.index[column] = /@index\((\w+)\)/.exec(line)?.[1] ?? ''
      else if (line.includes('/// @sealed')) entry[type === 'Json' ? 'json' : 'text'][field] = column
    }
    all.set(name, entry)
  }
  const leads = new Set([...all].filter(([, e]) => Object.keys({ ...e.text, ...e.json }).length > 0).map(([name]) => name))
  for (let size = -1; size !== leads.size;) {
    size = leads.size
    for (const [name, e] of all) if (Object.values(e.relations).some((to) => leads.has(to))) leads.add(name)
  }
  const kept = [...all].filter(([name]) => leads.has(name))
  return Object.fromEntries(
    kept.map(([name, e]) => [name, { ...e, relations: Object.fromEntries(Object.entries(e.relations).filter(([, to]) => leads.has(to))) }]),
  )
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  mkdirSync(out, { recursive: true })
  writeFileSync(`${out}/schema.prisma`, schema)
  writeFileSync(
    `${out}/sealed.ts`,
    `import type { SealedModels } from '@itellico/kernel/sealing'\n\n/** Generated from the models: fields that are kept sealed. */\nexport const sealed: SealedModels = ${JSON.stringify(sealedModels(), null, 2)}\n`,
  )
  // generating needs no engine, but the command line looks for one and would download it: any executable will do
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ?? process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  try {
    execFileSync(process.execPath, [`${root}node_modules/prisma/build/index.js`, 'generate', `--schema=${out}/schema.prisma`], {
      cwd: root,
      env,
      stdio: 'pipe',
    })
  } catch (e) {
    process.stderr.write(String((e as { stderr?: Buffer }).stderr ?? e))
    process.exit(1)
  }
  writeFileSync(stamp, hash)
}
