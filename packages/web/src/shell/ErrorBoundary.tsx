import { Component, type ReactNode } from 'react';
import { connection, onReturn } from '../apollo/connection.ts';
import { FaultPanel } from './FaultPanel.tsx';

/** The one place where a page's failure ends up, whatever threw it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  #forget: (() => void) | undefined;
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault ?? new Error('unknown') };
  }

  override componentDidCatch() {
    if (connection() !== 'ONLINE') this.#forget = onReturn(() => location.reload());
  }

  override componentWillUnmount() {
    this.#forget?.();
  }

  override render() {
    if (!this.state.fault) return this.props.children;
    // Most often code of a newer version, or no network while a page's code was on the way: a reload brings both.
    return <FaultPanel fault={this.state.fault} onRetry={() => location.reload()} />;
  }
}
