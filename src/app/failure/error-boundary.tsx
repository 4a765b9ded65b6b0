import { Component, type ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorPanel } from '#app/ui/error-panel.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Shows what to do when a part of the screen breaks, in its place. React writes the cause to the console. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useT('ui.broken');
  const reload = (
    <Button variant="primary" onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  );
  return (
    <ErrorPanel title={t('title')} actions={reload}>
      {t('advice')}
    </ErrorPanel>
  );
}
