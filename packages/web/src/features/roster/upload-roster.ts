import { sawServer } from '../../apollo/connection.ts';
import { FAULT_CODES, type FaultCode, ServerFault } from '../../apollo/faults.ts';

/** What a roster is made of: one zip, or its CSV files. Everything else in a folder stays here. */
export const isRosterFile = (file: File): boolean => /\.(zip|csv)$/i.test(file.name) && !file.name.startsWith('.');

/**
 * Sends roster files and answers with the id of the import that reads them. XMLHttpRequest, because
 * fetch tells nothing about how far an upload is.
 * @throws ServerFault
 */
export function uploadRoster(environmentId: string, files: readonly File[], onProgress: (sent: number, total: number) => void, signal: AbortSignal): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/roster?environment=${encodeURIComponent(environmentId)}`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', event => event.lengthComputable && onProgress(event.loaded, event.total));
    request.addEventListener('load', () => {
      const id = importId(request.response);
      sawServer(request.status < 502);
      if (request.status < 300 && id) resolve(id);
      else reject(new ServerFault(codeOf(request)));
    });
    request.addEventListener('error', () => {
      sawServer(false);
      reject(new ServerFault('UNREACHABLE'));
    });
    request.addEventListener('abort', () => reject(signal.reason as Error));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

function importId(answer: unknown): string | null {
  const id = (answer as { importId?: unknown } | null)?.importId;
  return typeof id === 'string' ? id : null;
}

const BY_STATUS: Readonly<Record<number, FaultCode>> = { 400: 'BAD_INPUT', 401: 'UNAUTHENTICATED', 403: 'NOT_FOUND', 404: 'NOT_FOUND', 415: 'BAD_INPUT', 429: 'THROTTLED', 502: 'UNREACHABLE', 503: 'BUSY', 504: 'UNREACHABLE' };

function codeOf({ status, response }: XMLHttpRequest): FaultCode {
  const code = (response as { errors?: { extensions?: { code?: unknown } }[] } | null)?.errors?.[0]?.extensions?.code;
  if (status === 413) return 'TOO_COMPLEX';
  return FAULT_CODES.find(known => known === code) ?? BY_STATUS[status] ?? 'INTERNAL';
}
