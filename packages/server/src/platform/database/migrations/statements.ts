/** One statement each, for drivers that take no more; `$$ … $$` bodies and `--` comments stay whole. */
export function statements(sql: string): string[] {
  const found = sql.match(/(?:\$\$[\s\S]*?\$\$|--[^\n]*|'[^']*'|[^;$'-]|-(?!-)|\$(?!\$))+/g) ?? [];
  return found.map((each) => each.trim()).filter((each) => each.replace(/--[^\n]*/g, '').trim() !== '');
}
