import { TabletSmartphone } from 'lucide-react';
import { useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { DeviceCredential } from '#contract/security.ts';
import type { UserDetail, UserProfile } from '#contract/user.ts';
import { RowAct } from '../act/row-act.tsx';
import { IconItem } from '../icon-item.tsx';
import { useDeviceWords } from '../traces/device-words.ts';
import { EndOneDialog } from './end-one-dialog.tsx';
import { LongList } from './long-list.tsx';
import { useRemoveDevice } from './use-end-access.ts';

interface DevicesSectionProps {
  detail: UserDetail;
  devices: DeviceCredential[];
}

/** Devices that keep access, where the vendor's plan tells no more than these. */
export function DevicesSection({ detail, devices }: DevicesSectionProps) {
  const t = useT('security.devices');
  const nameOf = useDeviceName();
  const [removing, setRemoving] = useState<DeviceCredential | null>(null);
  return (
    <Section title={t('title')}>
      <LongList
        items={devices.map((device) => {
          const { id, application } = device;
          const name = t('removeNamed', { device: nameOf(device) });
          const remove = () => setRemoving(device);
          return (
            <IconItem
              key={id}
              icon={TabletSmartphone}
              title={<bdi>{nameOf(device)}</bdi>}
              action={
                <RowAct
                  detail={detail}
                  act="endSessions"
                  item={id}
                  label={t('remove')}
                  name={name}
                  onSelect={remove}
                />
              }
            >
              {application && <bdi>{application}</bdi>}
            </IconItem>
          );
        })}
      />
      {removing && (
        <RemoveDeviceDialog user={detail.user} device={removing} onClose={() => setRemoving(null)} />
      )}
    </Section>
  );
}

/** Auth0 calls a device by its user agent unless its application has named it. */
function useDeviceName(): (device: DeviceCredential) => string {
  const t = useT('security.devices');
  const deviceOf = useDeviceWords();
  return ({ device_name }) => (device_name ? deviceOf(device_name) : t('unknown'));
}

interface RemoveDeviceDialogProps {
  user: UserProfile;
  device: DeviceCredential;
  onClose: () => void;
}

function RemoveDeviceDialog({ user, device, onClose }: RemoveDeviceDialogProps) {
  const t = useT('security.devices');
  const nameOf = useDeviceName();
  const name = isolated(user.name);
  return (
    <EndOneDialog
      ending={useRemoveDevice(user.user_id)}
      id={device.id}
      title={t('removeQuestion', { name, device: nameOf(device) })}
      confirmLabel={t('remove')}
      done={t('removed')}
      onClose={onClose}
    >
      <p>{t('removeConsequence', { name })}</p>
    </EndOneDialog>
  );
}
