import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { BunnyFailed, bunny, signedPath } from '../../src/gateways/bunny.ts'
import type { For } from '../../src/privacy/processors.ts'
import { film, openBunny } from '../support/bunny.ts'

const guid = '00000000-0000-4000-8000-000000000001'

describe('The address of a player', () => {
  it('is signed as Bunny reads it', () => {
    const { tokenKey, embedBase, libraryId } = config.bunny
    const expires = Date.UTC(2026, 10, 25, 12) / 1000
    const token = createHash('sha256').update(`${tokenKey}${guid}${expires}`).digest('hex')

    expect(bunny.embedUrl(guid, new Date('2026-11-25T10:20:00Z'))).to.equal(
      `${embedBase}/embed/${libraryId}/${guid}?token=${token}&expires=${expires}&rememberPosition=false`,
    )
  })

  it('is the same for everybody in one hour of the clock, and lasts for another (P12)', () => {
    const [first, last, next] = ['10:00:00.000', '10:59:59.999', '11:00:00.000'].map((time) =>
      bunny.embedUrl(guid, new Date(`2026-11-25T${time}Z`)),
    )

    expect(first).to.equal(last).and.not.equal(next)
    expect(Number(new URL(first!).searchParams.get('expires'))).to.equal(Date.UTC(2026, 10, 25, 12) / 1000)
  })
})

describe('The address of a bare film', () => {
  it('carries the token that Bunny’s own code makes', () => {
    expect(signedPath('SecurityKey', '/abc', '300kb.jpg', 1598024587)).to.equal(
      '/bcdn_token=HS256-uVZvT3SbEoVKYJyDJgbcsDmSFf73cv-uNUVaJiKWpbQ&token_path=%2Fabc&expires=1598024587/abc/300kb.jpg',
    )
  })

  it('opens the folder of one video, in the same hour the same for everybody (P12)', () => {
    const [one, other] = ['10:00', '10:59'].map((time) => bunny.filmUrl(guid, new Date(`2026-11-25T${time}:00Z`)))

    expect(one).to.equal(other)
    expect(one)
      .to.include(`&token_path=%2F${guid}%2F&`)
      .and.match(RegExp(`/${guid}/play_480p\\.mp4$`))
  })
})

describe('A video at Bunny', () => {
  const library = openBunny()

  it('is made, sent, encoded, captioned and deleted', async () => {
    const id = await sent(await film())
    const states = []
    while (states.at(-1)?.is !== 'finished') states.push(await bunny.state(id))
    await bunny.sendCaptions(id, passed('WEBVTT\n\n00:00.000 --> 00:01.000\nHello'))

    expect(states.map(({ is }) => is)).to.deep.equal(['encoding', 'encoding', 'finished'])
    expect(states.at(-1)).to.deep.equal({ is: 'finished', seconds: 20 })
    expect(library.get(id)).to.include({ title: 'an id of ours', size: (await film()).length })
    expect(library.get(id)?.captions).to.contain('Hello')

    await bunny.remove(id)
    await bunny.remove(id)
    expect(library.get(id)).to.equal(undefined)
    expect((await fetch(bunny.embedUrl(id, new Date()))).status).to.equal(404)
  })

  it('fails to encode when it is no film', async () => {
    const id = await sent(Buffer.from('nothing of the kind'))
    await bunny.state(id)
    expect(await bunny.state(id)).to.deep.equal({ is: 'failed' })
  })

  it('is a failure with a code when there is none, or the bytes break off; without the key nobody gets in', async () => {
    const { apiBase, libraryId } = config.bunny
    const answer = await fetch(`${apiBase}/library/${libraryId}/videos/${guid}`, { headers: { AccessKey: 'a guess' } })
    expect(answer.status).to.equal(401)
    expect(await codeOf(bunny.state(guid))).to.equal('404')

    const breaking = Readable.from(
      (async function* () {
        yield await film()
        throw new Error('The browser has gone.')
      })(),
    )
    const id = await bunny.create('x')
    expect(await codeOf(bunny.upload(passed(id), breaking))).to.be.a('string')
    expect(library.get(id)).to.include({ size: 0 })
  })

  it('plays in a frame and as a bare film, by ranges, for who shows a token that is ours and not too old', async () => {
    const id = await bunny.create('x')
    const now = new Date()
    const page = await (await fetch(bunny.embedUrl(id, now))).text()
    const source = config.bunny.cdnBase + /<video[^>]* src="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&')
    const part = await fetch(bunny.filmUrl(id, now)!, { headers: { Range: 'bytes=10-19' } })

    expect((await fetch(source)).headers.get('Content-Type')).to.equal('video/webm')
    expect([part.status, (await part.arrayBuffer()).byteLength]).to.deep.equal([206, 10])
    for (const address of [bunny.embedUrl(id, now), bunny.filmUrl(id, now)!]) {
      const forged = address.replace(/expires=\d/, 'expires=9')
      expect((await fetch(forged)).status, forged).to.equal(403)
    }
    const yesterday = new Date(now.getTime() - 24 * 60 * 60 * 1000)
    expect((await fetch(bunny.embedUrl(id, yesterday))).status).to.equal(403)
    expect((await fetch(bunny.filmUrl(id, yesterday)!)).status).to.equal(403)
  })

  it('is taken by tus in pieces, from a browser that we signed it for', async () => {
    const id = await bunny.create('x')
    const bytes = await film()
    const { endpoint, headers } = bunny.presign(id, new Date())
    const tus = { ...headers, 'Tus-Resumable': '1.0.0' }
    const begin = { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': 'filetype dmlkZW8vd2VibQ==' }
    const made = await fetch(endpoint, { method: 'POST', headers: begin })
    const address = new URL(made.headers.get('Location')!, endpoint)
    const patch = (offset: number, body: Buffer) =>
      fetch(address, {
        method: 'PATCH',
        headers: { ...tus, 'Upload-Offset': String(offset) },
        body: Uint8Array.from(body),
      })

    expect((await patch(0, bytes.subarray(0, 1000))).status).to.equal(204)
    expect((await patch(0, bytes)).status).to.equal(409)
    const asked = await fetch(address, { method: 'HEAD', headers: tus })
    expect(asked.headers.get('Upload-Offset')).to.equal('1000')
    expect(await bunny.state(id)).to.deep.equal({ is: 'empty' })
    expect((await patch(1000, bytes.subarray(1000))).status).to.equal(204)
    expect(await bunny.state(id)).to.deep.equal({ is: 'encoding' })

    const unsigned = { ...begin, VideoId: await bunny.create('y') }
    expect((await fetch(endpoint, { method: 'POST', headers: unsigned })).status).to.equal(401)
  })
})

const passed = (value: string) => value as For<'bunny', string>

async function sent(content: Buffer) {
  const id = await bunny.create('an id of ours')
  await bunny.upload(passed(id), Readable.from([content]))
  return id
}

async function codeOf(work: Promise<unknown>) {
  const error = (await work.catch((error) => error)) as BunnyFailed
  expect(error).to.be.instanceOf(BunnyFailed)
  return error.original.code
}
