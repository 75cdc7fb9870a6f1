import { ServerFault } from '../../apollo/faults.ts';
import { sendForm } from '../../lib/send-form.ts';

/** What a roster is made of: one zip, or its CSV files. Everything else in a folder stays here. */
export const isRosterFile = (file: File): boolean => /\.(zip|csv)$/i.test(file.name) && !file.name.startsWith('.');

/**
 * Sends roster files and answers with the id of the import that reads them.
 * @throws ServerFault
 */
export async function uploadRoster(environmentId: string, files: readonly File[], onProgress: (sent: number, total: number) => void, signal: AbortSignal): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  const answer = await sendForm(`/files/roster?environment=${encodeURIComponent(environmentId)}`, form, onProgress, signal);
  const id = (answer as { importId?: unknown } | null)?.importId;
  if (typeof id !== 'string') throw new ServerFault('INTERNAL');
  return id;
}
