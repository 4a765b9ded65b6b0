import {
  CircleCheck,
  CircleMinus,
  CircleX,
  FileJson,
  FileText,
  type LucideIcon,
  Printer,
} from 'lucide-react';
import { Link } from 'wouter';
import { download, fileName } from '#app/lib/download.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { userPath, usersPath } from '#app/paths.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { LeaveReceipt, LeaveStep } from '#contract/leave.ts';
import { userId } from '#contract/user.ts';
import { isComplete, receiptText, useReceiptWords } from './receipt-words.ts';
import { StepSection } from './step-section.tsx';

interface ReceiptProps {
  receipt: LeaveReceipt;
  /** The page's. */
  title: string;
  onRetry: () => void;
}

/** What was done, to keep or to print. */
export function Receipt({ receipt, title, onRetry }: ReceiptProps) {
  const t = useT('leave.receipt');
  const words = useReceiptWords(receipt);
  return (
    <>
      <PageHeader title={title} />
      <StepSection title={words.title} takesFocus>
        {!isComplete(receipt) && (
          <Banner
            tone="warning"
            role="alert"
            title={t('partTitle')}
            action={<Button onClick={onRetry}>{t('retry')}</Button>}
          />
        )}
        <p className="text-lg">{words.statement}</p>
        <KeyValues>
          {words.facts.map(([name, value]) => (
            <KeyValue key={name} name={name}>
              <bdi>{value}</bdi>
            </KeyValue>
          ))}
        </KeyValues>
        <section>
          <h3 className="text-sm font-medium text-muted">{t('steps')}</h3>
          <ul className="grid gap-1.5 pt-2">
            {words.steps.map(([name, state], at) => (
              <StepLine key={name} name={name} words={state} state={receipt.steps[at]?.state} />
            ))}
          </ul>
        </section>
        <p className="text-sm text-muted">{words.note}</p>
        <Keeping receipt={receipt} text={receiptText(words)} title={words.title} />
        <WaysOn receipt={receipt} />
      </StepSection>
    </>
  );
}

const icons: Record<LeaveStep['state'], [LucideIcon, string]> = {
  done: [CircleCheck, 'text-success'],
  failed: [CircleX, 'text-danger'],
  stopped: [CircleX, 'text-danger'],
  unentitled: [CircleMinus, 'text-warning'],
  skipped: [CircleMinus, 'text-muted'],
};

interface StepLineProps {
  name: string;
  words: string;
  state: LeaveStep['state'] | undefined;
}

function StepLine({ name, words, state = 'skipped' }: StepLineProps) {
  const [Icon, colour] = icons[state];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="min-w-0 flex-1">{name}</span>
      <span className="text-muted">{words}</span>
    </li>
  );
}

function Keeping({ receipt, text, title }: { receipt: LeaveReceipt; text: string; title: string }) {
  const t = useT('leave.receipt');
  const { user: _, ...kept } = receipt;
  const nameOf = (ending: string) => fileName(title, receipt.person.name, new Date(receipt.at), ending);
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button
        icon={<FileText aria-hidden className="size-4" />}
        onClick={() => download(nameOf('txt'), 'text/plain', text)}
      >
        {t('asText')}
      </Button>
      <Button
        icon={<FileJson aria-hidden className="size-4" />}
        onClick={() => download(nameOf('json'), 'application/json', JSON.stringify(kept, null, 2))}
      >
        {t('asJson')}
      </Button>
    </div>
  );
}

/** Where one goes from here: to him where he is still here, and to the lists. */
function WaysOn({ receipt: { user, person, way } }: { receipt: LeaveReceipt }) {
  const t = useT('leave.receipt');
  const { organization } = useOrganization();
  const users = usersPath(organization);
  return (
    <nav className="flex flex-wrap gap-2 border-t border-line pt-4 print:hidden">
      {user && (
        <Link href={userPath(organization, userId.parse(person.user_id))} className={buttonStyle()}>
          {t('toUser', { name: isolated(person.name) })}
        </Link>
      )}
      {way === 'delete-later' && (
        <Link href={`${users}?status=leaving`} className={buttonStyle()}>
          {t('toLeaving')}
        </Link>
      )}
      <Link href={users} className={buttonStyle('primary')}>
        {t('toUsers')}
      </Link>
    </nav>
  );
}
