import { removeBruteForceBlocks } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import { showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';

/** Ends the lock-outs of brute-force protection. An administrator's block is another thing and stays. */
export function bindRemoveBruteForceBlocks(services: Services): Binding {
  const { config, gateway } = services;
  return bind(removeBruteForceBlocks, async (call) => {
    const act = await beginAct('removeBruteForceBlocks', call, services);
    const { user_id } = act.user;
    const shows = showsConnection(act.user, call.organization, config);
    const blocks = await gateway.bruteForceBlocks(user_id, call.caller);
    const before = { brute_force_blocks: blocks.filter(({ connection }) => shows(connection)) };
    await act.perform({ before, after: { brute_force_blocks: [] } }, async (caller) => {
      const isThere = await gateway.removeBruteForceBlocks(user_id, caller);
      if (!isThere) throw new Problem('user-not-found');
    });
    return {};
  });
}
