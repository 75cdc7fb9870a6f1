import { afterEach } from 'vitest';
import { sawServer } from '../apollo/connection.ts';

// Tests share what they have loaded: a server that one of them did not reach is there again for the next.
afterEach(() => sawServer(true));
