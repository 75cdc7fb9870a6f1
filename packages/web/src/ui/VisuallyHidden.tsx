import type { ReactNode } from 'react';
import css from './announce.module.css';

export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className={css['silent']}>{children}</span>;
