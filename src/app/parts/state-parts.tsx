import { SearchX } from 'lucide-react';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorPanel } from '#app/ui/error-panel.tsx';
import { Loading } from '#app/ui/loading.tsx';
import { Section } from '#app/ui/section.tsx';

export function StateParts() {
  return (
    <>
      <Section title="Nothing found">
        <EmptyState
          icon={SearchX}
          title="Nobody matches this search"
          action={<Button>Clear the search</Button>}
        >
          Try fewer words, or part of an email address.
        </EmptyState>
      </Section>
      <Section title="Failed">
        <ErrorPanel
          title="The sign-in service does not answer"
          onRetry={() => {}}
          requestId="req_01JD3Q7B8Z5K2M4N6P8R0T2V4X"
        >
          Wait a moment and try again.
        </ErrorPanel>
      </Section>
      <Section title="Loading">
        <Loading label="Loading…" />
      </Section>
    </>
  );
}
