import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { bunny, signedPath } from '../../src/gateways/bunny.ts'

const guid = '00000000-0000-4000-8000-000000000001'

describe('The address of a player', () => {
  it('is signed as Bunny reads it', () => {
    const { tokenKey, embedBase, libraryId } = config.bunny
    const expires = Date.UTC(2026, 10, 25, 12) / 1000
    const token = createHash('sha256').update(`${tokenKey}${guid}${expires}`).digest('hex')

    expect(bunny.embedUrl(guid, new Date('2026-11-25T10:20:00Z'))).to.equal(
      `${embedBase}/embed/${libraryId}/${guid}?token=${token}&expires=${expires}`,
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
