import path from 'node:path'
import ejs from 'ejs'

/** Every view, by its path, that was rendered in this process. Partials too: each is compiled when it is first needed. */
export const rendered = new Set<string>()

const { compile } = ejs

ejs.compile = (template, options) => {
  if (options?.filename) rendered.add(path.relative('.', options.filename))
  return compile(template, options)
}
