import type { ReactNode } from 'react';
import css from './announce.module.css';

export const VisuallyHidden = ({ as: Tag = 'span', children }: { as?: 'span' | 'h1'; children: ReactNode }) => <Tag className={css['silent']}>{children}</Tag>;
