import { expect } from 'chai'
import sharp from 'sharp'
import { files } from '../../../src/gateways/files.ts'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { StoredFile, User } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn, type Upload } from '../../support/visitor.ts'

const profile = {
  name: 'Alice Okafor',
  headline: 'Night nurse',
  bio: 'One.\r\n\r\nTwo.',
  skills: 'SQL, rotas, SQL',
  links: '',
}
const canvas = (width = 900, height = 600) => sharp({ create: { width, height, channels: 3, background: '#335544' } })
const photograph = () =>
  canvas()
    .withExif({ IFD0: { Artist: 'Alice at home' }, IFD3: { GPSLatitude: '59/1 20/1 0/1' } })
    .jpeg()
    .toBuffer()

async function alice() {
  const user = await createUser({ name: 'Alice' })
  const browser = await signedIn(user)
  const save = (fields: Record<string, string> = {}, photo: Upload[] = []) =>
    browser.upload('/settings/profile', { ...profile, ...fields }, { photo }, '/settings/profile')
  return { user, browser, save }
}

describe('POST /settings/profile', () => {
  it('saves what a person says of themselves (P01, P22)', async () => {
    const { user, browser, save } = await alice()

    expect((await save({ links: 'https://example.com/a\nhttp://example.com/b' })).status).to.equal(303)

    const page = html(await browser.visit('/settings/profile'))
    expect(page('#flash').text()).to.contain('Your profile is saved.')
    expect(page('#name').val()).to.equal('Alice Okafor')
    expect(page('#skills').val()).to.equal('SQL, rotas')
    expect((await user.reload()).links).to.deep.equal(['https://example.com/a', 'http://example.com/b'])
    expect(user.bio).to.equal('One.\n\nTwo.')
  })

  it('takes the same as a plain form, and clears what is left empty', async () => {
    const { user, browser, save } = await alice()
    await save()

    const response = await browser.submit('/settings/profile', { name: 'Alice' }, { from: '/settings/profile' })

    expect(response.status).to.equal(303)
    expect(await user.reload()).to.include({ headline: null, bio: null })
    expect(user.skills).to.deep.equal([])
  })

  it('refuses links that lead elsewhere than the web, and too much of anything', async () => {
    const { user, save } = await alice()
    const bad: Record<string, string>[] = [
      { links: 'javascript:alert(1)' },
      { links: 'https://name:secret@example.com' },
      { links: 'example.com' },
      { links: Array.from({ length: 11 }, (_, n) => `https://example.com/${n}`).join('\n') },
      { skills: Array.from({ length: 21 }, (_, n) => `skill ${n}`).join(',') },
      { skills: 'x'.repeat(41) },
      { headline: 'x'.repeat(121) },
      { headline: 'two\nlines' },
      { bio: 'x'.repeat(4001) },
      { bio: 'My card is 4242 4242 4242 4242' },
      { name: '' },
    ]

    for (const fields of bad) {
      const response = await save(fields)
      expect(response.status, JSON.stringify(fields)).to.equal(422)
      expect(html(response)('.error-summary a').attr('href')).to.equal(`#${Object.keys(fields)[0]}`)
    }
    expect((await user.reload()).name).to.equal('Alice')
  })

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

describe('GET /settings/profile', () => {
  it('is not for the suspended', async () => {
    const user = await createUser({ suspendedAt: new Date() })
    const browser = await signedIn(user)

    await browser.visit('/settings/profile').expect(403)
    expect(await User.count()).to.equal(1)
  })
})

describe('GET /settings', () => {
  it('leads to the profile', async () => {
    const { browser } = await alice()
    const response = await browser.visit('/settings').expect(303)
    expect(response.headers.location).to.equal('/settings/profile')
  })
})
