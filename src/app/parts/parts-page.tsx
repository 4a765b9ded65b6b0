import { Ban, CircleCheck, Lock, MailWarning, Moon, Sun, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTheme } from '#app/lib/theme.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { SearchField } from '#app/ui/search-field.tsx';
import { Section } from '#app/ui/section.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import './parts.css';
import { OverlayParts } from './overlay-parts.tsx';
import { Palette } from './palette.tsx';
import { StateParts } from './state-parts.tsx';
import { TableParts } from './table-parts.tsx';

/** Every part of the visual language in its states. In the development build only, at `#/parts`. */
export function PartsPage() {
  const [theme, setTheme] = useTheme();
  const toggle = (
    <IconButton
      label="Light or dark"
      icon={theme === 'dark' ? <Sun className="size-4" /> : <Moon className="size-4" />}
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
    />
  );
  return (
    <main className="parts">
      <PageHeader title="Parts" aside={<Badge>development only</Badge>} actions={toggle} />
      <Palette />
      <Section title="Buttons">
        <div className="parts-row">
          <Button variant="primary" icon={<UserPlus aria-hidden className="size-4" />}>
            Primary
          </Button>
          <Button>Secondary</Button>
          <Button variant="quiet">Quiet</Button>
          <Button variant="danger">Danger</Button>
          <Button disabled>Disabled</Button>
          <Button variant="primary" pending>
            Saving
          </Button>
        </div>
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="Badges, people, times">
        <div className="parts-row">
          <Badge tone="success" icon={CircleCheck}>
            Active
          </Badge>
          <Badge tone="danger" icon={Ban}>
            Blocked
          </Badge>
          <Badge tone="warning" icon={MailWarning}>
            Unverified
          </Badge>
          <Badge tone="info" icon={Lock}>
            Locked
          </Badge>
          <Badge>Never signed in</Badge>
          <RelativeTime value={new Date(Date.now() - 7_500_000).toISOString()} exact="shown" />
        </div>
        <div className="parts-row">
          {['Ada Lovelace', '王秀英', 'محمد علي', 'Ольга Петрова', 'jane.doe@acme.example', '😀'].map(
            (name) => (
              <Avatar key={name} name={name} />
            ),
          )}
          <Avatar name="Broken Picture" picture="https://nowhere.invalid/x.png" />
          <Avatar name="Ada Lovelace" size="sm" />
          <Avatar name="Ada Lovelace" size="lg" />
        </div>
      </Section>
      <Section title="Banners">
        <div className="parts-stack">
          <Banner tone="info" title="Search lags behind">
            A change can take a few seconds to be found.
          </Banner>
          <Banner tone="success">Jane Doe is unblocked.</Banner>
          <Banner tone="warning" title="There is a lot going on right now">
            Trying again in 3 seconds…
          </Banner>
          <Banner tone="danger" title="Nothing was changed" action={<Button>Try again</Button>}>
            The change could not be recorded.
          </Banner>
        </div>
      </Section>
      <TableParts />
      <Section title="Facts">
        <KeyValues>
          <KeyValue name="Email">jane.doe@acme.example</KeyValue>
          <KeyValue name="User id">
            <code className="font-mono">auth0|63d17c4a8869daf88ed7db97</code>
          </KeyValue>
          <KeyValue name="Phone" />
        </KeyValues>
      </Section>
      <OverlayParts />
      <StateParts />
    </main>
  );
}

function Fields() {
  const [search, setSearch] = useState('status:blocked');
  const [status, setStatus] = useState('all');
  return (
    <div className="parts-grid">
      <TextField label="Name" hint="As it should be greeted." placeholder="Ada Lovelace" />
      <TextField label="Email" defaultValue="jane@" error="This is not an email address." />
      <SearchField label="Search" value={search} onValueChange={setSearch} />
      <Select
        label="Status"
        value={status}
        onValueChange={setStatus}
        options={[
          { value: 'all', label: 'All' },
          { value: 'blocked', label: 'Blocked' },
        ]}
      />
    </div>
  );
}
