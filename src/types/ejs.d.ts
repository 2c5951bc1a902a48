/** EJS 7 brings no types. */
declare module 'ejs' {
  type Options = { filename: string; compileDebug: boolean; unsafePrototypeLocals: boolean }

  const ejs: {
    compile(source: string, options: Options): (locals: object) => string
    renderFile(path: string, locals: object, options: { cache: boolean }): Promise<string>
  }
  export default ejs
}
