import { sawServer } from '../apollo/connection.ts';
import { FAULT_CODES, type FaultCode, ServerFault } from '../apollo/faults.ts';

/** Why a form was not taken, with whatever the server said besides the code. */
export class FormFault extends ServerFault {
  constructor(code: FaultCode, readonly status: number, readonly about: Readonly<Record<string, unknown>>) { super(code); }
}

/**
 * Sends a form with files, and answers with what the server says. XMLHttpRequest, because fetch tells nothing about how far
 * an upload is.
 * @throws FormFault
 */
export function sendForm(path: string, form: FormData, onProgress: (sent: number, total: number) => void, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded, event.total));
    request.addEventListener('load', () => {
      sawServer(request.status < 502);
      if (request.status < 300) resolve(request.response);
      else reject(faultOf(request));
    });
    request.addEventListener('error', () => {
      sawServer(false);
      reject(new FormFault('UNREACHABLE', 0, {}));
    });
    request.addEventListener('abort', () => reject(signal.reason as Error));
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

const BY_STATUS: Readonly<Record<number, FaultCode>> = { 400: 'BAD_INPUT', 401: 'UNAUTHENTICATED', 403: 'NOT_FOUND', 404: 'NOT_FOUND', 415: 'BAD_INPUT', 429: 'THROTTLED', 502: 'UNREACHABLE', 503: 'BUSY', 504: 'UNREACHABLE' };

function faultOf({ status, response }: XMLHttpRequest): FormFault {
  const about = (response as { errors?: { extensions?: Readonly<Record<string, unknown>> }[] } | null)?.errors?.[0]?.extensions ?? {};
  if (status === 413) return new FormFault('TOO_COMPLEX', status, about);
  return new FormFault(FAULT_CODES.find((known) => known === about['code']) ?? BY_STATUS[status] ?? 'INTERNAL', status, about);
}
