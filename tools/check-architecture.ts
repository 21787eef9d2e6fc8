import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

// Keeps the rules of docs/architecture.md, section "Who may import whom", and finds what a merge left unjoined. Prints every breach and ends with 1 if there is one.
const root = fileURLToPath(new URL('../', import.meta.url))
const MAX_LINES = 250
/** Contracts are lists of declarations: one file per module is worth more than a short one. */
const MAX_DECLARATIONS = 400

interface Rule {
  readonly name: string
  /** Says why an import is wrong, or null. `target` is a path in the repository or a package's name. */
  readonly check: (file: string, target: string) => string | null
}

const isTest = (file: string): boolean => /\.(?:test|spec)\.tsx?$/.test(file) || /^modules\/testing\//.test(file) || /^(?:e2e|tools)\//.test(file)
const moduleOf = (path: string): string | null => /^modules\/([a-z-]+)\//.exec(path)?.[1] ?? null
const SHARED = new Set(['testing', 'generated'])

const rules: readonly Rule[] = [
  {
    name: 'contracts stand alone',
    check: (f, t) =>
      f.startsWith('packages/contracts/') && !t.startsWith('packages/contracts/') && !t.startsWith('typebox') && !isTest(f)
        ? 'contracts import typebox and themselves only'
        : null,
  },
  {
    name: 'kernel knows no module',
    check: (f, t) =>
      f.startsWith('packages/kernel/') && (t.startsWith('modules/') || t.startsWith('apps/')) ? 'the kernel never imports a module or an app' : null,
  },
  {
    name: 'modules do not know each other',
    check: (f, t) => {
      const from = moduleOf(f)
      const to = moduleOf(t)
      return !isTest(f) && from && to && from !== to && !SHARED.has(to) ? `module ${from} imports module ${to}: ask an operation or emit an event` : null
    },
  },
  { name: 'modules know no app', check: (f, t) => (f.startsWith('modules/') && t.startsWith('apps/') && !isTest(f) ? 'a module never imports an app' : null) },
  {
    name: 'apps use manifests',
    check: (f, t) =>
      /^apps\/(?:api|worker)\//.test(f) && moduleOf(t) && !isTest(f) ? 'an app imports registry.ts and database.ts of the modules, never their inside' : null,
  },
  {
    name: 'web uses contracts',
    check: (f, t) =>
      f.startsWith('apps/web/') && /^(?:modules|packages\/kernel|apps\/(?:api|worker))\//.test(t) ? 'the web application imports contracts only' : null,
  },
  {
    name: 'repositories belong to services',
    check: (f, t) => (/\.repository\.ts$/.test(t) && /\.(?:routes|policy|jobs)\.ts$/.test(f) ? 'routes, policies and jobs never import a repository' : null),
  },
  {
    name: 'handles come from the kernel',
    check: (f, t) =>
      !f.startsWith('packages/kernel/') && !f.startsWith('apps/web/') && !isTest(f) && ['pg', 'ioredis', 'nodemailer'].includes(t)
        ? 'only the kernel makes database, Redis and mail clients'
        : null,
  },
  {
    name: 'declarations are data',
    check: (f, t) => (/\.jobs\.ts$/.test(f) && /\.(?:service|repository|workers)\.ts$/.test(t) ? 'a declaration imports no code that runs it' : null),
  },
]

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((f) => f && !f.endsWith('.d.ts'))
const known = new Set(files)

function resolve(file: string, spec: string): string {
  if (spec.startsWith('.')) return normalize(join(dirname(file), spec))
  if (spec.startsWith('@/')) return `apps/web/src/${spec.slice(2)}`
  const own = /^@itellico\/(contracts|kernel|modules)\/(.+)$/.exec(spec)
  if (own?.[1]) return own[1] === 'modules' ? `modules/${own[2]}.ts` : `packages/${own[1]}/src/${own[2]}.ts`
  return spec
}

const breaches: string[] = []
const imports = new Map<string, string[]>()
for (const file of files) {
  if (!existsSync(join(root, file))) continue
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.split('\n').length
  if (lines > (file.startsWith('packages/contracts/') ? MAX_DECLARATIONS : MAX_LINES) && !isTest(file) && !/^apps\/web\/src\/components\/ui\//.test(file))
    breaches.push(`${file}: ${lines} lines; split it by use case (at most ${MAX_LINES})`)
  if (/\/index\.tsx?$/.test(file)) breaches.push(`${file}: no barrels`)
  const allowedEnv =
    /^packages\/kernel\/src\/config\.ts$|^apps\/web\/(?:src\/lib\/env\.ts|next\.config\.ts|cache-handlers\/)|^tools\/|^e2e\/|^modules\/testing\/|\.test\.ts$/.test(
      file,
    )
  if (!allowedEnv && /process\.env\b/.test(text)) breaches.push(`${file}: process.env is read in the kernel's config only`)
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => resolve(file, m[1] as string))
  // types leave no trace at run time, so only values can make a cycle
  const values = [...text.matchAll(/(?:^|\n)import (?!type )[^;]*?from\s*'([^']+)'/g)].map((m) => resolve(file, m[1] as string))
  imports.set(
    file,
    values.filter((t) => known.has(t)),
  )
  for (const target of targets)
    for (const rule of rules) {
      const why = rule.check(file, target)
      if (why) breaches.push(`${file} → ${target}: ${why}`)
    }
}

// what a merge could not join, in files of any kind
const unjoined = spawnSync('git', ['grep', '-lE', '^(<{7}|>{7})( |$)'], { cwd: root, encoding: 'utf8' }).stdout
for (const file of unjoined.split('\n').filter(Boolean)) breaches.push(`${file}: holds both sides of a merge; choose`)

// cycles among files, by depth-first search
const state = new Map<string, 'open' | 'done'>()
function visit(file: string, path: readonly string[]): void {
  if (state.get(file) === 'done') return
  if (state.get(file) === 'open') {
    breaches.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
    return
  }
  state.set(file, 'open')
  for (const next of imports.get(file) ?? []) visit(next, [...path, file])
  state.set(file, 'done')
}
for (const file of files) visit(file, [])

for (const b of new Set(breaches)) process.stderr.write(`${b}\n`)
process.stdout.write(`${files.length} files, ${new Set(breaches).size} breaches\n`)
process.exit(breaches.length ? 1 : 0)
