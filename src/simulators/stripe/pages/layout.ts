import type { Response } from 'express'

/** Markup whose values are escaped; what html made itself is not escaped again. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = Markup | string | number | null | undefined | false | Value[]

export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.map((part, index) => (index === 0 ? '' : written(values[index - 1])) + part).join(''))
}

function written(value: Value): string {
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(written).join('')
  if (value === null || value === undefined || value === false) return ''
  return String(value).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

const style = `
  :root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif }
  body { margin: 0; background: light-dark(#f6f8fa, #16181b); color: light-dark(#1a1f26, #e8eaed) }
  header { padding: .6rem 1rem; background: #33405c; color: #fff; font-size: .9rem }
  main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
  main.wide { max-width: 70rem }
  h1 { font-size: 1.6rem; margin: 0 0 1rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
  form { display: grid; gap: .75rem; margin: 1rem 0 } form.small { display: inline-flex; gap: .4rem; margin: .1rem 0 }
  label, legend { font-weight: 600 } fieldset { border: 1px solid; border-radius: .4rem }
  input:not([type=radio]) { font: inherit; padding: .55rem .7rem; border: 1px solid #6b7686; border-radius: .4rem; min-width: 0; width: 100%; box-sizing: border-box }
  form.small input { width: 6rem; padding: .2rem .4rem }
  button { font: inherit; font-weight: 600; padding: .6rem 1rem; border: 0; border-radius: .4rem; background: #33405c; color: #fff; cursor: pointer }
  button.quiet, form.small button { background: transparent; color: inherit; border: 1px solid #6b7686; font-weight: 400 }
  form.small button { padding: .2rem .6rem }
  :focus-visible { outline: 3px solid #7a8fc9; outline-offset: 2px }
  a { color: light-dark(#2c4a9a, #aebff0) }
  .error { border-left: 4px solid #b3261e; padding: .5rem .75rem; margin: 0 }
  ul.lines { list-style: none; padding: 0 } ul.lines li { display: flex; justify-content: space-between; gap: 1rem }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dd { margin: 0 } .soft { opacity: .85; font-size: .92rem }
  .table { overflow-x: auto } table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8a93a2; vertical-align: top }
`

/** A page of the company that stands in for Stripe, in a dress of its own: nobody takes it for a page of ours, or Stripe's. */
export function show(res: Response, title: string, content: Markup, { status = 200, wide = false } = {}) {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>This stands in for Stripe. No card is charged, and nothing leaves this machine.</header>
<main${wide ? new Markup(' class="wide"') : ''}>
<h1>${title}</h1>
${content}
</main>
</body>
</html>`
  res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  res.status(status).type('html').send(page.text)
}
