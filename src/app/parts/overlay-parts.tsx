import { Ban } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { Menu } from '#app/ui/menu.tsx';
import { MenuChoice, MenuGroup, MenuItem, MenuItems } from '#app/ui/menu-items.tsx';
import { Section } from '#app/ui/section.tsx';
import { useToast } from '#app/ui/toast.tsx';

export function OverlayParts() {
  const [dialog, setDialog] = useState<'asking' | 'failed' | null>(null);
  const toast = useToast();
  return (
    <Section title="Overlays">
      <div className="parts-row">
        <Button onClick={() => setDialog('asking')}>Dialog</Button>
        <Button onClick={() => setDialog('failed')}>Dialog that failed</Button>
        <Button onClick={() => toast({ tone: 'success', message: 'Jane Doe is blocked.' })}>Toast</Button>
        <Menu label="Acts" trigger={{ className: buttonStyle(), children: 'Menu' }}>
          <MenuItems>
            <MenuItem icon={<Ban aria-hidden className="size-4" />} onSelect={() => setDialog('asking')}>
              Block…
            </MenuItem>
            <MenuGroup label="Order">
              <MenuChoice checked onSelect={() => {}}>
                Newest first
              </MenuChoice>
              <MenuChoice checked={false} onSelect={() => {}}>
                By name
              </MenuChoice>
            </MenuGroup>
          </MenuItems>
        </Menu>
      </div>
      {dialog && (
        <ConfirmDialog
          title="Block Jane Doe?"
          confirmLabel="Block"
          tone="danger"
          onConfirm={() => setDialog('failed')}
          onClose={() => setDialog(null)}
          error={
            dialog === 'failed' &&
            'The change could not be recorded, so it was not made. Try again in a moment.'
          }
        >
          <p>
            Jane will not be able to sign in any more. Whoever is signed in stays so until the token expires.
          </p>
          <p>You can unblock her at any time.</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
