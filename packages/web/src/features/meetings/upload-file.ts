import { ServerFault } from '../../apollo/faults.ts';
import { FormFault, sendForm } from '../../lib/send-form.ts';

/** Endings that a file for a meeting may have; the server looks into the file itself. */
export const PAPER_ENDINGS = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'txt', 'csv', 'jpg', 'jpeg', 'png', 'webp'] as const;

export type Progressed = (sent: number, total: number) => void;

/**
 * Sends one file for a meeting, and answers with the id that a paper or a proof is made of.
 * @throws ServerFault
 */
export async function uploadFile(meetingId: string, kind: 'paper' | 'photo', file: File, onProgress: Progressed, signal: AbortSignal): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  const answer = await sendForm(`/files/meetings/${meetingId}${kind === 'photo' ? '?photo' : ''}`, form, onProgress, signal);
  const id = (answer as { uploadId?: unknown } | null)?.uploadId;
  if (typeof id !== 'string') throw new ServerFault('INTERNAL');
  return id;
}

/** Rules a file can break, and what can be found in one instead. */
export const FILE_RULES = ['EMPTY', 'TOO_LARGE', 'KIND', 'ENDING', 'DAMAGED'] as const;
export const FOUND = ['MARKUP', 'SCRIPT', 'PROGRAM', 'MACROS', 'OLD_OFFICE', 'HEIC', 'GIF', 'RTF', 'ARCHIVE', 'FILM', 'OTHER'] as const;

/** What the server said against a file itself; null of every other fault. */
export function fileFault(fault: unknown): { readonly rule: (typeof FILE_RULES)[number]; readonly found: string; readonly allowed: readonly string[]; readonly most: number } | null {
  const about = fault instanceof FormFault ? fault.about : {};
  const rule = FILE_RULES.find((each) => each === about['rule']);
  const allowed = about['allowed'];
  return rule === undefined ? null : { rule, found: String(about['found'] ?? 'OTHER'), allowed: Array.isArray(allowed) ? allowed.map(String) : [], most: Number(about['most'] ?? 0) };
}
