import { Copy } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { IconButton } from './icon-button.tsx';
import { useToast } from './toast.tsx';

interface CopyButtonProps {
  text: string;
  /** What is copied: "Copy the user ID". */
  label: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const t = useT('ui');
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ tone: 'success', message: t('copied') });
    } catch {
      // The browser refuses outside https, and in a frame whose host has not allowed it.
      toast({ tone: 'info', message: t('notCopied') });
    }
  };
  return (
    <IconButton
      label={label}
      icon={<Copy aria-hidden className="size-3.5" />}
      onClick={copy}
      size="sm"
      className="-my-0.5"
    />
  );
}
