import { expect } from 'chai'
import type { CheerioAPI } from 'cheerio'
import { routeTable } from '../../../src/cli/route-table.ts'
import { sql } from '../../../src/lib/sql.ts'
import { expectSentence, type FilledForm, formsOn } from '../../support/forms.ts'
import { forgetSnapshot, putBack, takeSnapshot } from '../../support/snapshot.ts'
import { emptyTables } from '../../support/tables.ts'
import { html, type Visitor } from '../../support/visitor.ts'
import { browsersOf, populated } from '../../support/world.ts'

const wrong: Record<string, (name: string, value: string) => string> = {
  nothing: () => '',
  'far too long': (name) => `${name}=${'long '.repeat(15_000)}`,
  twice: (name, value) => [value, value].map((one) => `${name}=${encodeURIComponent(one)}`).join('&'),
  nested: (name) => `${name}[a][b]=1&${name}[]=2`,
  'with a NUL': (name, value) => `${name}=${encodeURIComponent(value)}%00`,
  'broken UTF-8': (name) => `${name}=%ff%fe%c3%28`,
  'half a character': (name) => `${name}=%ed%a0%80`,
  'an emoji and what turns writing around': (name) => `${name}=${encodeURIComponent('👩🏽‍🚀\u202eevil\u2066')}`,
  'a name of the prototype': (name) => `${name}=__proto__&__proto__=1&constructor=1&__proto__[admin]=1`,
}

describe('Every form', () => {
  let world: Awaited<ReturnType<typeof everyForm>>

  before(async () => {
    await emptyTables()
    world = await everyForm()
    await takeSnapshot()
  })
  beforeEach(putBack)
  after(forgetSnapshot)

  it('stands on a page that this test walks', async () => {
    const { forms } = world
    const isForm = ({ method, path }: { method: string; path: string }) =>
      method === 'POST' && !path.startsWith('/webhooks/') && !path.startsWith('/settings/cards/')
    // No form of ours leads to the first, and the second is there only while Stripe answers: see shop/cards.test.ts.
    const posts = (await routeTable()).filter(isForm).map(({ path }) => path)
    const patterns = posts.map((path) => [path, RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)] as const)
    const met = patterns.filter(([, pattern]) => forms.some(({ form }) => pattern.test(pathOf(form))))

    expect(posts.filter((path) => !met.some(([one]) => one === path))).to.deep.equal([])
  })

  for (const [what, spoil] of Object.entries(wrong)) {
    it(`answers with a sentence where a field is ${what}, and keeps what else was typed`, async () => {
      const { browserOf, forms } = world
      let entered: Record<string, Entered> = {}

      for (const { who, form } of forms) {
        await sql('delete from rate_limits')
        for (const name of Object.keys(form.fields)) {
          entered[who] ??= await enter(await browserOf(who))
          const { browser, _csrf } = entered[who]
          const { [name]: value = '', ...others } = form.fields
          const body = [new URLSearchParams({ ...others, _csrf }), spoil(encodeURIComponent(name), value)].join('&')
          const answer = await browser.agent.post(form.action).type('form').send(body)
          const told = `${who}: ${form.action}, ${name} ${what}`
          const $ = expectSentence(answer, told)
          if ($ && answer.status === 422) expectKept($, form, others, told)
          if (answer.status < 400) entered = {} // what was taken may have signed somebody out
        }
      }
    }).timeout(120_000)
  }
})

async function everyForm() {
  const { people, pages } = await populated()
  const browserOf = browsersOf(people)
  const forms: { who: string; form: FilledForm }[] = []
  for (const [who, page] of pages) {
    const known = new Set(forms.map(({ form }) => pathOf(form)))
    for (const form of await formsOn(await browserOf(who), page)) {
      if (!known.has(pathOf(form))) forms.push({ who, form })
    }
  }
  return { browserOf, forms }
}

function pathOf({ action }: FilledForm) {
  return action.split('?')[0]!
}

type Entered = { browser: Visitor; _csrf: string }

async function enter(browser: Visitor): Promise<Entered> {
  return { browser, _csrf: String(html(await browser.visit('/support/new'))('[name=_csrf]').val()) }
}

/** Passwords are typed again. What was ticked or chosen is no text. */
function expectKept($: CheerioAPI, { action }: FilledForm, others: Record<string, string>, told: string) {
  for (const [name, value] of Object.entries(others)) {
    const field = $(`form[action="${action}"] [name="${name}"]`).filter('textarea, [type=text], [type=email]').first()
    if (field.length > 0) expect(String(field.val()).trim(), `${told}, and ${name} kept`).to.equal(value)
  }
  for (const field of $('[type=password]').get()) expect($(field).attr('value'), told).to.equal(undefined)
}
