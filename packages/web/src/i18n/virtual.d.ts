declare module 'virtual:messages/*' {
  const compiled: Readonly<Record<string, (args?: object) => string>>;
  export default compiled;
}
