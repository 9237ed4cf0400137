import { formatOwner, thisOwner } from './owner.ts';

/** What an object in Docker is for; everything that Seaworthy makes there carries it. */
export type Role = 'machine' | 'registry' | 'network';

/** Labels for an object of this role. Machines name their owner; what is shared between runs has none. */
export function labelsFor(role: Role): Record<string, string> {
  const labels = { seaworthy: '1', 'seaworthy.role': role };
  return role === 'machine' ? { ...labels, 'seaworthy.owner': formatOwner(thisOwner()) } : labels;
}

/** The `filters` parameter of a listing that shows only objects of this role. */
export function onlyRole(role: Role): string {
  return encodeURIComponent(JSON.stringify({ label: ['seaworthy=1', `seaworthy.role=${role}`] }));
}
