import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'

const allowed = /^(node:|[a-z@]|(\.\.\/){1,2}(config|errors|privacy\/processors|lib\/[\w-]+)\.ts$|\.\/)/

describe('Every gateway', () => {
  it('knows no model and no service, so that nothing personal leaves but what it was handed (P06, P10–P14)', async () => {
    const imports = await Promise.all(globSync('src/gateways/**/*.ts').map(importsOf))

    expect(imports.flat()).to.not.be.empty
    expect(imports.flat().filter(({ from }) => !allowed.test(from))).to.deep.equal([])
  })

  it('is the only kind of file that opens a connection to the outside (P06, P07)', async () => {
    const outside = /^(nodemailer|flydrive|stripe|node:(https?|net|tls|dgram)|undici|axios)$|\bfetch\(/
    const others = globSync('src/**/*.ts').filter((file) => !/^src\/(gateways|start|simulators|cli)\//.test(file))
    const imports = (await Promise.all(others.map(importsOf))).flat()

    expect(imports.filter(({ from, file }) => outside.test(from) && !harmless.has(`${file} ${from}`))).to.deep.equal([])
  })
})

/** They look at addresses, listen for a free port, and show our own site to the audit; none speaks to anyone else. */
const harmless = new Set([
  'src/lib/client.ts node:net',
  'src/db/free-port.ts node:net',
  'src/services/privacy/promises/checks/own-site.ts node:http',
  'src/services/privacy/promises/checks/own-site.ts node:net',
])

async function importsOf(file: string) {
  const source = await readFile(file, 'utf8')
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, from]) => ({ file, from: from! }))
}
