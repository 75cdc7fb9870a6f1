import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@plenary/count': new URL('../count/src/index.ts', import.meta.url).pathname } },
});
