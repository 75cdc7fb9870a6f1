/** Where scripts, styles and connections of a page may come from: this server, nowhere else, and nothing inline. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** GraphiQL's editor writes its own style elements and carries its fonts in its style sheet; scripts stay as strict. */
const GRAPHIQL_POLICY = PAGE_POLICY
  .map((each) => (each.startsWith('style-src') ? "style-src 'self' 'unsafe-inline'" : each.startsWith('font-src') ? "font-src 'self' data:" : each));

/** Where `policy` lets a page connect to, and how. */
function contentSecurityPolicy(policy: readonly string[], publicUrl: string): string {
  const secure = publicUrl.startsWith('https:');
  // Some browsers do not count a socket to the same host as 'self'.
  const sockets = `${secure ? 'wss' : 'ws'}://${new URL(publicUrl).host}`;
  return [...policy, `connect-src 'self' ${sockets}`, ...(secure ? ['upgrade-insecure-requests'] : [])].join('; ');
}

export function graphiqlPolicy(publicUrl: string): string {
  return contentSecurityPolicy(GRAPHIQL_POLICY, publicUrl);
}

/** Headers of every answer. */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  const secure = publicUrl.startsWith('https:');
  return {
    'content-security-policy': contentSecurityPolicy(PAGE_POLICY, publicUrl),
    'x-content-type-options': 'nosniff',
    // An address may hold what the next site has no business to know.
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * Headers of a built file, which is no document: what rules documents would weigh more than many a file does. A policy
 * there still is, for the scripts among them that run as workers.
 */
export const FILE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'self'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
