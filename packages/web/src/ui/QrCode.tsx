import { useEffect, useState } from 'react';
import css from './QrCode.module.css';

/** An address to be scanned: dark on light in every theme, since many cameras read nothing else. What draws it comes when it is shown. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, draw] = useState<{ path: string; size: number } | null>(null);
  useEffect(() => {
    let gone = false;
    void import('../lib/qr-path.ts').then(({ qrPath }) => { if (!gone) draw(qrPath(text)); }, () => {});
    return () => { gone = true; };
  }, [text]);
  if (!drawn) return <div className={css['code']} />;
  const edge = drawn.size + 8;
  return <svg role="img" aria-label={label} className={css['code']} viewBox={`-4 -4 ${edge} ${edge}`} shapeRendering="crispEdges"><path d={drawn.path} /></svg>;
}
