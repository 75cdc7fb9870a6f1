import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A way into the demonstration. The only secrets this software ever writes down: they open an invented school. */
export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  /** 26 characters. */
  readonly slip: string;
  readonly signInUrl: string;
}

const file = (dataDir: string) => join(dataDir, 'demo-accounts.json');
const shape = z.array(z.object({ role: z.string(), name: z.string(), slip: z.string(), signInUrl: z.string() }));

export const signInUrl = (publicUrl: string, slip: string): string => `${publicUrl}/s#${slip}`;

/** The accounts in `dataDir`, with links as of now; null where there are none. */
export async function readAccounts(dataDir: string, publicUrl: string): Promise<DemoAccount[] | null> {
  const text = await readFile(file(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return shape.parse(JSON.parse(text)).map((account) => ({ ...account, signInUrl: signInUrl(publicUrl, account.slip) }));
  } catch {
    return null;
  }
}

/** Whole or not at all, and for nobody else on this machine. */
export async function writeAccounts(dataDir: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const unfinished = `${file(dataDir)}.new`;
  await writeFile(unfinished, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, file(dataDir));
}

/** For the terminal: one line each, role, name, link. */
export function accountsTable(accounts: readonly DemoAccount[]): string {
  const wide = (of: (account: DemoAccount) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [role, name] = [wide((each) => each.role), wide((each) => each.name)];
  return accounts.map((each) => `  ${each.role.padEnd(role)}  ${each.name.padEnd(name)}  ${each.signInUrl}`).join('\n');
}
