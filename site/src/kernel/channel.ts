import type { FromWorker, ToWorker } from "../protocol";

/**
 * The worker's line to the frame, out of reach of learner code: the port lives in this closure
 * only, and the built-ins that touch it are taken before any Python runs, so that patching them
 * from inside gives nothing away.
 */
export function openChannel(
  port: MessagePort,
  onMessage: (message: ToWorker) => void,
): (message: FromWorker) => void {
  const send = port.postMessage.bind(port);
  const { apply } = Reflect;
  const readData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
  if (readData === undefined) throw new Error("This browser's message events cannot be read.");
  port.onmessage = (event: MessageEvent<ToWorker>) => onMessage(apply(readData, event, []));
  return (message) => send(message);
}
