import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { files } from '../../src/gateways/files.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { createStoredFile } from '../support/factories.ts'

describe('The files of people', () => {
  it('come back byte for byte, from a buffer and from a stream (P19)', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 0])
    const [one, other] = [files.newKey(), files.newKey()]
    await files.put(one, bytes)
    await files.put(other, Readable.from([bytes, bytes]))

    expect(await buffer(await files.get(one))).to.deep.equal(bytes)
    expect(await buffer(await files.get(other))).to.deep.equal(Buffer.concat([bytes, bytes]))
    expect(await files.size(other)).to.equal(10)
  })

  it('lie in a folder that no other user of the machine can open', async () => {
    await files.put(files.newKey(), Buffer.from('photo'))

    expect((await stat(`${config.dataDir}/files`)).mode & 0o777).to.equal(0o700)
  })

  it('are not left half written when the writing fails', async () => {
    const key = files.newKey()
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.from('half')
        throw new Error('The connection is gone.')
      })(),
    )
    const failure = await files.put(key, breaking).catch((error: Error) => error)

    expect(failure).to.be.instanceOf(Error)
    expect(await files.exists(key)).to.equal(false)
  })

  it('say so when one is missing, and can be removed twice', async () => {
    const key = files.newKey()
    await files.put(key, Buffer.from('photo'))
    await files.remove(key)
    await files.remove(key)

    expect(await files.get(key).catch((error: Error) => error)).to.be.instanceOf(Error)
  })

  it('can all be listed', async () => {
    const key = files.newKey()
    await files.put(key, Buffer.from('photo'))

    expect(await Array.fromAsync(files.list())).to.include(key)
  })

  it('go once the row that had them is gone (P28)', async () => {
    const file = await createStoredFile({ storageKey: files.newKey() })
    await files.put(file.storageKey, Buffer.from('abc'))
    await file.destroy()
    await drainQueue()

    expect(await files.exists(file.storageKey)).to.equal(false)
  })
})
