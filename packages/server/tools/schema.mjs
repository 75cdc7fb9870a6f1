import { inRoot, node } from './workspace.mjs';

/** Whether the committed contract is the one the built server means. */
export const freshSchema = () => node(inRoot('packages', 'server', 'dist', 'emit-schema.js'), ['--check'], { quiet: true }).ended;
