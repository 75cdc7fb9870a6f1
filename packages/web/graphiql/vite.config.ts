import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A page of its own, apart from the application and its budgets: built after it, into its output. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  plugins: [react()],
  build: { outDir: '../dist/graphiql', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
});
