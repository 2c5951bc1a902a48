import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { defineForm } from '../../src/lib/form.ts'

type AForm = ReturnType<typeof defineForm>
type Field = { safeParse(value: unknown): { data?: unknown } }

/** Hashed at once and never shown again, so nobody could read one there. */
const secrets = /^(password|current)$/

const files = globSync('src/forms/**/*.ts')
const isForm = (thing: unknown): thing is AForm =>
  typeof (thing as AForm)?.read === 'function' && 'shape' in (thing as AForm)

/** As they may stand in a text, alone or among words, so many that a field for long texts takes them. */
const one = '4242 4242 4242 4242'
const texts = [
  one,
  one.replaceAll(' ', ''),
  ...[1, 3, 8, 20, 60].map((times) => `Take my card ${one}, please. `.repeat(times)),
]

/** Not what it leaves out of what was typed. */
const takes = (field: Field, text: string) => /4242/.test(JSON.stringify(field.safeParse(text).data ?? ''))

describe('Every form', () => {
  it('takes no text with a card number in any of its fields (P34)', async () => {
    const forms = new Map<string, AForm>()
    for (const file of files) {
      const exported = Object.entries(await import(path.resolve(file)))
      for (const [name, form] of exported) if (isForm(form)) forms.set(`${file} ${name}`, form)
    }
    const fields = [...forms].flatMap(([form, { shape }]) =>
      Object.entries(shape).map(([name, field]) => ({ form, name, field: field as unknown as Field })),
    )
    const open = fields.filter(({ name, field }) => !secrets.test(name) && texts.some((text) => takes(field, text)))

    expect(fields).to.have.lengthOf.above(150)
    expect(open.map(({ form, name }) => `${form}: ${name}`)).to.deep.equal([])
  })

  it('is exported, or has no text in it', () => {
    const inside = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?!export const \w+ = ).*defineForm\((.*)$/gm)].map(
        ([line]) => `${file}: ${line}`,
      ),
    )
    expect(inside.filter((line) => /\b(text|optionalText|z\.string)\(/.test(line))).to.deep.equal([])
  })
})
