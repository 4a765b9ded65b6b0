import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';

const sizes = { sm: 'size-6 text-xs', md: 'size-8 text-xs', lg: 'size-14 text-xl' };

interface AvatarProps {
  name: string;
  picture?: string;
  size?: keyof typeof sizes;
}

/** Decoration: the name stands beside it. A picture that does not load leaves the initials. */
export function Avatar({ name, picture, size = 'md' }: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  const shown = picture && picture !== broken && /^https?:/.test(picture) ? picture : undefined;
  return (
    <span
      aria-hidden
      className={classNames(
        'relative inline-grid shrink-0 place-items-center overflow-hidden rounded-full bg-sunken',
        'font-medium text-muted select-none',
        sizes[size],
      )}
    >
      {initialsOf(name) || <UserRound className="size-1/2" />}
      {shown && (
        <img
          src={shown}
          alt=""
          loading="lazy"
          decoding="async"
          // The picture's host learns neither the address nor, through it, the organization.
          referrerPolicy="no-referrer"
          onError={() => setBroken(shown)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
