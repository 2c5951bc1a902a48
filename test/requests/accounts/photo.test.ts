import { expect } from 'chai'
import sharp from 'sharp'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { StoredFile } from '../../../src/models/index.ts'
import { alice } from '../../support/profile.ts'
import { html, type Upload } from '../../support/visitor.ts'

const canvas = (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#335544' } })
const photograph = () =>
  canvas()
    .withExif({ IFD0: { Artist: 'Alice at home' }, IFD3: { GPSLatitude: '59/1 20/1 0/1' } })
    .jpeg()
    .toBuffer()

describe('POST /settings/profile', () => {
  it('draws the photo anew: square, small, and without what the camera wrote into it (P01)', async () => {
    const { user, browser, save } = await alice()
    const bytes = await photograph()
    expect(bytes.includes('Alice at home')).to.equal(true)

    await save({}, [{ name: 'IMG_2041.jpg', bytes, type: 'image/jpeg' }])

    const served = await browser.visit((await user.reload()).photoPath!).expect(200)
    const { width, height, format, exif } = await sharp(served.body).metadata()
    expect({ width, height, format, exif }).to.deep.equal({ width: 512, height: 512, format: 'webp', exif: undefined })
    expect(served.body.includes('Alice at home')).to.equal(false)
    expect(served.headers['x-content-type-options']).to.equal('nosniff')
  })

  it('forgets the photo before, its object too', async () => {
    const { save } = await alice()
    await save({}, [{ name: 'one.png', bytes: await canvas().png().toBuffer() }])
    const before = await StoredFile.findOne({ rejectOnEmpty: true })

    await save({}, [{ name: 'two.png', bytes: await canvas(80, 50).png().toBuffer() }])
    await drainQueue()

    expect(await StoredFile.count()).to.equal(1)
    expect(await files.exists(before.storageKey)).to.equal(false)
    expect(await files.exists((await StoredFile.findOne({ rejectOnEmpty: true })).storageKey)).to.equal(true)
  })

  it('refuses what is no picture, whatever its name and type say', async () => {
    const { user, browser, save } = await alice()
    const bomb = await canvas(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    const photo = await photograph()
    const lies: Upload[] = [
      { name: 'me.jpg', bytes: Buffer.from('<?php echo 1; ?>'), type: 'image/jpeg' },
      { name: 'me.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), type: 'image/svg+xml' },
      { name: 'me.jpg', bytes: Buffer.alloc(0), type: 'image/jpeg' },
      { name: 'me.jpg', bytes: photo.subarray(0, 400), type: 'image/jpeg' },
      { name: 'bomb.png', bytes: bomb, type: 'image/png' },
      { name: 'me.pdf', bytes: Buffer.from('%PDF-1.7\n'), type: 'image/png' },
    ]

    for (const lie of lies) {
      const response = await save({}, [lie])
      expect(response.status, lie.name).to.equal(422)
      expect(html(response)('#photo-error').text()).to.contain('We cannot read that as a picture')
    }
    expect((await user.reload()).photoId).to.equal(null)
    expect((await browser.visit('/settings/profile')).text).to.contain('Alice')
  })

  it('leaves behind what hides in a picture: a page after its end', async () => {
    const { user, browser, save } = await alice()
    const bytes = Buffer.concat([await photograph(), Buffer.from('<script>alert(1)</script>')])

    expect((await save({}, [{ name: 'me.jpg', bytes }])).status).to.equal(303)

    const served = await browser.visit((await user.reload()).photoPath!)
    expect(served.body.includes('<script>')).to.equal(false)
  })
})

describe('POST /settings/profile/photo/removal', () => {
  it('takes the photo away, its object too', async () => {
    const { user, browser, save } = await alice()
    await save({}, [{ name: 'me.jpg', bytes: await photograph() }])
    const { storageKey } = await StoredFile.findOne({ rejectOnEmpty: true })

    await browser.submit('/settings/profile/photo/removal', {}, { from: '/settings/profile' })
    await drainQueue()

    expect((await user.reload()).photoId).to.equal(null)
    expect(await files.exists(storageKey)).to.equal(false)
  })
})
