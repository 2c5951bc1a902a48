import { expect } from 'chai'
import { html, type Visitor } from './visitor.ts'

/** A form as a page shows it, filled in as somebody would who wants it taken. */
export type FilledForm = {
  page: string
  action: string
  fields: Record<string, string>
  files: string[]
  token: string
}

/** What is typed into each field of ours that a page leaves empty. */
const typed: Record<string, string> = {
  name: 'Robin Reed',
  email: 'robin@example.net',
  password: 'correct horse battery',
  current: 'correct horse battery',
  confirm: 'DELETE',
  reason: 'She asked us to look at this',
  subject: 'There is no sound',
  body: 'I have turned it on.',
  answer: 'Thank you for telling us.',
  q: 'robin@example.net',
  record: '01890a5d-ac96-774b-bcce-b302099a8057',
  review_on: '2099-01-01',
  receipt: 'A letter',
}

/** Every form that posts, as the page shows it to this visitor. */
export async function formsOn(browser: Visitor, page: string): Promise<FilledForm[]> {
  const $ = html(await browser.visit(page).expect(200))

  return $('form[method=post]')
    .get()
    .map((form) => {
      const named = $(form).find('[name]:not([name=_csrf])')
      const texts = named.not('[type=file]').get()
      const fields = texts.map((field) => [$(field).attr('name')!, filledIn($(field))])
      const files = named.filter('[type=file]').get()
      return {
        page,
        action: $(form).attr('action') ?? page,
        fields: Object.fromEntries(fields),
        files: files.map((field) => $(field).attr('name')!),
        token: String($(form).find('[name=_csrf]').val() ?? ''),
      }
    })
}

/** What an answer to bad input may never be: a failure of ours, silence, or a look inside. Answers its page. */
export function expectSentence(answer: { status: number; text: string }, told: string) {
  expect(answer.status, told).to.be.within(300, 499)
  expect(answer.text, told).not.to.match(/node_modules|\.ts:\d|Sequelize|syntax error|at \w+ \(|[Zz]odError/)
  expect(answer.text, told).not.to.include('bystander')
  if (answer.status < 400) return undefined

  const $ = html(answer)
  const sentence = answer.status === 422 ? $('.error-summary, .error').text() : $('h1').text()
  expect(sentence.trim(), told).to.match(/\w+ \w+/)
  return $
}

type Field = ReturnType<ReturnType<typeof html>>

function filledIn(field: Field) {
  const option = field.find('option[selected], option').last().attr('value')
  if (option !== undefined) return option
  return String(field.val() || typed[field.attr('name')!] || 'on')
}
