import { CircleCheck, CircleHelp, CircleX, type LucideIcon, ShieldX } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import type { Tone } from '#app/ui/tone.ts';
import type { AuditOutcome } from '#contract/audit.ts';

const looks: Record<AuditOutcome, { tone: Tone; icon: LucideIcon }> = {
  done: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  unknown: { tone: 'warning', icon: CircleHelp },
  refused: { tone: 'neutral', icon: ShieldX },
};

export function OutcomeBadge({ outcome }: { outcome: AuditOutcome }) {
  const t = useT('audit');
  return <Badge {...looks[outcome]}>{t(`outcome.${outcome}`)}</Badge>;
}
