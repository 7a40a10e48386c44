/** What some browsers say of the network. */
interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

/** Whether the learner has asked the browser to save data. */
export function savesData(): boolean {
  const connected: Navigator & Connected = navigator;
  return connected.connection?.saveData === true;
}
