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
  .digest('hex')
const out = `${modules}/generated`
const stamp = `${out}/stamp`

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  mkdirSync(out, { recursive: true })
  writeFileSync(`${out}/schema.prisma`, schema)
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
