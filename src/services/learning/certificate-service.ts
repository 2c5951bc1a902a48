import { v7 } from 'uuid'
import { config } from '../../config.ts'
import { newDocument } from '../../lib/document.ts'
import { randomCode } from '../../lib/reference.ts'
import { sql } from '../../lib/sql.ts'
import { timeInWords } from '../../lib/times.ts'
import { type Certificate, type Course, type Enrolment, User } from '../../models/index.ts'

/** A certificate says that somebody finished a course. Who has its address sees no more than its learner allows, as of now. */
export class CertificateService {
  /** Makes the one of a finished course, or changes whether it shows the name. Its address stays. */
  async issue({ id, learnerId }: Enrolment, showsName: boolean, now: Date) {
    await sql(
      `insert into certificates (id, enrolment_id, learner_id, code, shows_name, issued_at)
       values ($id, $enrolment, $learner, $code, $showsName, $now)
       on conflict (enrolment_id) do update set shows_name = excluded.shows_name`,
      { id: v7(), enrolment: id, learner: learnerId, code: randomCode(20), showsName, now },
    )
  }

  /** Where anybody can see whether it is genuine. */
  addressOf({ code }: Certificate) {
    return `${config.baseUrl}/certificates/${code}`
  }

  /** The name of its learner, where they show it. */
  async nameOn({ learnerId, showsName }: Certificate) {
    return showsName ? (await User.findByPk(learnerId, { attributes: ['name'] }))?.name : undefined
  }

  /** As a PDF with a font of its own, made when it is asked for. */
  async document(certificate: Certificate, course: Course) {
    const [name, author] = await Promise.all([
      this.nameOn(certificate),
      course.authorId ? User.findByPk(course.authorId, { attributes: ['name'] }) : null,
    ])
    const address = this.addressOf(certificate)
    const title = `Certificate: ${course.title}`
    const page = await newDocument({ title, author: config.siteName, at: certificate.issuedAt })

    page.write(config.siteName, { size: 12, space: 1.5 })
    page.write('Certificate', { as: 'H1', size: 34, space: 0.6 })
    page.write(whom(name, page.canWrite), { size: 20 })
    page.write('finished the course', { space: 0.6 })
    page.write(course.title, { as: 'H2', size: 26, space: 0.3 })
    if (author) page.write(`by ${author.name}`, { space: 1 })
    page.write(`Issued on ${timeInWords(certificate.issuedAt, 'UTC', 'day')}.`, { space: 1.5 })
    page.write('Whether it is genuine, and still valid, can be seen at', { size: 11, space: 0.2 })
    page.write(address, { size: 11, link: address })
    return page.bytes()
  }
}

export const certificateService = new CertificateService()

function whom(name: string | undefined, canWrite: (text: string) => boolean) {
  if (!name) return 'A learner who shows no name'
  return canWrite(name) ? name : 'The learner named at the address below'
}
