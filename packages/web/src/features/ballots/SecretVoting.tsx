export { SecretAnswer } from './SecretAnswer.tsx';
export { SecretCheck } from './SecretCheck.tsx';
