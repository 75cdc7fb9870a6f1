/** What only a secret vote needs, its cryptography with it: never a part of what a page loads first. */
export const secretVoting = () => import('./SecretVoting.tsx');
