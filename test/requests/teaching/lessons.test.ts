import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import { Lesson, LessonFile } from '../../../src/models/index.ts'
import { createCourse, createLesson, createSection } from '../../support/course-factories.ts'
import { createUser } from '../../support/factories.ts'
import { createComment } from '../../support/learning-factories.ts'
import { objects, pdf, picture, zip } from '../../support/uploads.ts'
import { html, signedIn } from '../../support/visitor.ts'

async function written(overrides: Partial<Lesson> = {}) {
  const tomas = await createUser({ role: 'mentor' })
  const course = await createCourse({ authorId: tomas.id })
  const section = await createSection({ courseId: course.id })
  const lesson = await createLesson({ sectionId: section.id, title: 'Marking', ...overrides })
  const browser = await signedIn(tomas)
  const path = `/teach/${course.slug}/lessons/${lesson.id}`
  const post = (end: string, fields = {}) => browser.submit(`${path}${end}`, fields, { from: path })
  const upload = (...uploads: { name: string; bytes: Buffer }[]) =>
    browser.upload(`${path}/files`, {}, { file: uploads }, path)
  return { course, lesson, browser, path, post, upload }
}

describe('/teach/:course/lessons/:lesson', () => {
  it('keeps what is written, a transcript longer than other forms may be among it', async () => {
    const { lesson, browser, path } = await written({ kind: 'video' })
    const transcript = 'Слово. '.repeat(20_000).trim()
    const words = { title: 'Cutting', body: '**Here**\r\nand there', transcript, isPreview: 'on' }

    const { headers } = await browser.upload(path, words, {}, path)

    expect(headers.location).to.equal(path)
    const kept = { title: 'Cutting', body: '**Here**\nand there', transcript, isPreview: true }
    expect(await lesson.reload()).to.include(kept)
    expect(
      html(await browser.visit(path))('[name=body]')
        .text()
        .trim(),
    ).to.equal(kept.body)
  })

  it('says what is wrong, and keeps what was typed', async () => {
    const { post } = await written()
    const refused = await post('', { title: '', body: 'Kept' })

    expect(refused.status).to.equal(422)
    expect(html(refused)('.error-summary a').attr('href')).to.equal('#title')
    expect(html(refused)('[name=body]').text()).to.contain('Kept')
  })

  it('shows its author the page that learners see', async () => {
    const { course, lesson, browser } = await written({ body: '# Look <script>' })

    const { headers } = await browser.visit(`/teach/${course.slug}/preview/${lesson.id}`)
    const page = html(await browser.visit(headers.location!).expect(200))
    expect(page('main').text()).to.contain('as your learners do').and.contain('Look <script>')
    expect((await browser.visit(`/teach/${course.slug}/preview`)).headers.location).to.equal(`/learn/${course.slug}`)
  })

  it('is deleted where nobody met it; else it is put away, and can be taken back', async () => {
    const { lesson, browser, path, post } = await written()
    await createComment({ lessonId: lesson.id, writerId: null })

    expect(html(await browser.visit(`${path}/removal`))('h1').text()).to.contain('Put this lesson away')
    await post('/removal')
    expect((await lesson.reload()).archivedAt).to.be.a('date')
    await post('/restoration')
    expect((await lesson.reload()).archivedAt).to.equal(null)

    const fresh = await written()
    await fresh.post('/removal')
    expect(await Lesson.findByPk(fresh.lesson.id)).to.equal(null)
  })

  it('is not there for anybody else', async () => {
    const { path, lesson } = await written({ kind: 'file' })
    const other = await written()

    await other.browser.visit(path).expect(404)
    await other.browser.visit(other.path.replace(other.lesson.id, lesson.id)).expect(404)
  })
})

describe('The files of a lesson', () => {
  it('are looked into, kept byte for byte, and handed out only to be saved (P19)', async () => {
    const { browser, path, upload } = await written({ kind: 'file' })
    const bytes = await picture('png')

    await upload({ name: 'Plan №1.JPG', bytes }, { name: 'list.exe', bytes: Buffer.from('Saw\n') })

    const page = html(await browser.visit(path))
    expect(page('a[download] bdi').text()).to.equal('Plan №1.pnglist.txt')
    const { headers, body } = await browser.visit(page('a[download]').first().attr('href')!).expect(200)
    expect(body).to.deep.equal(bytes)
    expect(headers['content-disposition']).to.match(/^attachment/)
    expect(headers['content-security-policy']).to.contain('sandbox')
  })

  it('are five at most; what is none of ours comes back with a sentence, and leaves nothing', async () => {
    const { path, browser, upload } = await written({ kind: 'file' })
    await upload({ name: 'one.pdf', bytes: pdf }, { name: 'two.pdf', bytes: pdf }, { name: 'three.pdf', bytes: pdf })
    const before = await objects()

    const many = await upload(...['a', 'b', 'c'].map((name) => ({ name, bytes: Buffer.from(name) })))
    const odd = await upload({ name: 'all.zip', bytes: zip })
    const none = await browser.upload(`${path}/files`, {}, {}, path)

    for (const answer of [many, odd, none]) {
      expect(answer.status).to.equal(422)
      expect(html(answer)('#file-error').text()).to.match(/\w+ \w+/)
    }
    expect(await LessonFile.count()).to.equal(3)
    expect(await objects()).to.equal(before)
  })

  it('go one by one, and their objects with them', async () => {
    const { post, upload } = await written({ kind: 'file' })
    await upload({ name: 'one.pdf', bytes: pdf })
    const file = await LessonFile.findOne({ rejectOnEmpty: true })
    expect(await files.exists(file.storageKey)).to.equal(true)

    await post(`/files/${file.id}/removal`)

    expect(await LessonFile.count()).to.equal(0)
  })
})
