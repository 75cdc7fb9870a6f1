/** Cookie of a signed-in page. Over https the name's prefix makes browsers refuse it with a domain or without Secure. */
export interface SessionCookie {
  readonly name: string;
  read(header: string | undefined): string | null;
  write(token: string, expiresAt: Date | null): string;
  clear(): string;
}

/** Tokens are URL-safe by construction; anything else in the cookie is not one of ours. */
const TOKEN = /^[\w-]{16,256}$/;

export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-plenary' : 'plenary';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    read(header) {
      for (const pair of header?.split(';') ?? []) {
        const at = pair.indexOf('=');
        if (at > 0 && pair.slice(0, at).trim() === name) {
          const value = pair.slice(at + 1).trim();
          return TOKEN.test(value) ? value : null;
        }
      }
      return null;
    },
    write: (token, expiresAt) => `${name}=${token}; ${expiresAt === null ? '' : `Expires=${expiresAt.toUTCString()}; `}${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

/** Token of `Authorization: Bearer …`, the word in any case. */
export function bearerToken(header: unknown): string | null {
  if (typeof header !== 'string') return null;
  const token = /^bearer +(\S+)$/i.exec(header)?.[1];
  return token !== undefined && TOKEN.test(token) ? token : null;
}
