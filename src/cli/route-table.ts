import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RequestHandler, Router } from 'express'
import { audiences } from '../middleware/audience.ts'
import { routes } from '../routes/index.ts'

export type Route = { method: string; path: string; audience?: string; action?: string; controller: boolean }
type Layer = {
  handle: RequestHandler | Router
  route?: { path: string; stack: { method: string; handle: RequestHandler }[] }
}

/** Every route as the router itself holds it, with the names of its audience and of the action it ends in. */
export async function routeTable(): Promise<Route[]> {
  const actions = await namedActions()
  const audience = new Map(Object.entries(audiences).map(([name, handler]) => [handler, name]))

  return layersOf(routes).map(({ path, method, handlers }) => ({
    method: method.toUpperCase(),
    path,
    audience: audience.get(handlers[0]!),
    action: actions.get(handlers.at(-1)!) ?? handlers.at(-1)!.name,
    controller: actions.has(handlers.at(-1)!),
  }))
}

function layersOf(router: Router): { path: string; method: string; handlers: RequestHandler[] }[] {
  return (router.stack as unknown as Layer[]).flatMap(({ route, handle }) => {
    if (!route) return 'stack' in handle ? layersOf(handle as Router) : []
    const methods = [...new Set(route.stack.map(({ method }) => method))]
    return methods.map((method) => ({
      path: route.path,
      method,
      handlers: route.stack.filter((layer) => layer.method === method).map(({ handle }) => handle),
    }))
  })
}

/** A function does not know which file it is from, so every controller is asked for what it exports. */
async function namedActions() {
  const folder = resolve(import.meta.dirname, '../controllers')
  const files = globSync('**/*.ts', { cwd: folder })
  const modules = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(`${folder}/${file}`)
      const noun = file.replaceAll('\\', '/').replace(/\.ts$/, '')
      return Object.entries(exported).map(([name, action]) => [action, `${noun}.${name}`] as const)
    }),
  )
  return new Map(modules.flat())
}
