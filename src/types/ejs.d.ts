declare module 'ejs' {
  const ejs: { renderFile(path: string, locals: object, options: { cache: boolean }): Promise<string> }
  export default ejs
}
