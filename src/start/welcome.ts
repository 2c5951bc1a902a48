import { config } from '../config.ts'

const people = {
  'maya@example.org': 'mentee',
  'tomas@example.org': 'mentor',
  'sam@example.org': 'support',
  'petra@example.org': 'privacy officer',
  'ada@example.org': 'admin',
}

/** What the terminal says once the site answers. */
export function welcome() {
  const lines = [`Trellis is ready at ${config.baseUrl}`]
  if (config.inbox) lines.push(`Mail arrives at http://localhost:${config.inbox.web}`)
  if (config.demoWorld) lines.push('', 'Sign in with the password "correct horse battery" as', ...inColumns())
  return lines.join('\n')
}

function inColumns() {
  return Object.entries(people).map(([email, role]) => `  ${email.padEnd(20)}${role}`)
}
