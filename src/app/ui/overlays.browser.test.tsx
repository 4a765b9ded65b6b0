import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Frame } from '#app/app.tsx';
import { loadCatalogue } from '#app/messages/catalogue.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Menu } from './menu.tsx';
import { MenuChoice, MenuItem, MenuItems } from './menu-items.tsx';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function show(content: ReactNode) {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(<Frame catalogue={await loadCatalogue()}>{content}</Frame>);
  closing.push(() => {
    root.unmount();
    container.remove();
  });
}

const button = (name: string) => page.getByRole('button', { name });
const answer = page.getByLabelText('answer');
const dialog = page.getByRole('dialog', { name: 'Block Jane?' });

function Asking({ pending = false }: { pending?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  return (
    <>
      <Menu label="Acts" trigger={{ children: 'Acts' }}>
        <MenuItems>
          <MenuItem onSelect={() => setOpen(true)}>Block</MenuItem>
          <MenuItem onSelect={() => setAnswer('renamed')}>Rename</MenuItem>
          <MenuChoice checked={false} onSelect={() => setAnswer('newest')}>
            Newest
          </MenuChoice>
        </MenuItems>
      </Menu>
      <output aria-label="answer">{answer}</output>
      {isOpen && (
        <ConfirmDialog
          title="Block Jane?"
          confirmLabel="Block"
          tone="danger"
          pending={pending}
          onConfirm={() => setAnswer('blocked')}
          onClose={() => setOpen(false)}
        >
          She cannot sign in any more.
        </ConfirmDialog>
      )}
    </>
  );
}

async function openDialog() {
  await button('Acts').click();
  await page.getByRole('menuitem', { name: 'Block' }).click();
}

it('puts the focus on the safe choice, and gives it back when it closes', async () => {
  await show(<Asking />);

  await openDialog();

  await expect.element(button('Cancel')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button('Acts')).toHaveFocus();
});

it('stays open while the act is under way', async () => {
  await show(<Asking pending />);
  await openDialog();

  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Enter}');

  await expect.element(dialog).toBeVisible();
});

it('does not do an act twice while it is under way', async () => {
  await show(<Asking pending />);
  await openDialog();

  await userEvent.keyboard('{Tab}{Enter}');

  await expect.element(button('Block')).toHaveFocus();
  await expect.element(answer).toBeEmptyDOMElement();
});

it('is walked with arrows, ends and letters', async () => {
  await show(<Asking />);
  const item = (name: string) => page.getByRole('menuitem', { name });

  await button('Acts').click();

  await expect.element(item('Block')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(item('Rename')).toHaveFocus();
  await userEvent.keyboard('{End}{ArrowDown}');
  await expect.element(item('Block')).toHaveFocus();
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('menuitemradio', { name: 'Newest' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Acts')).toHaveFocus();
});
