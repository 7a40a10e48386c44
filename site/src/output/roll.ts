/** The roll of a cell's output: it grows at its end, which stays in sight. */
import { make } from "../page/dom";
import { TextStream, type StreamKind } from "./stream";

const LEAD_PX = 12;
const NEAR_END_PX = 40;
/** The browser passes over blocks that are out of sight, so that a long roll costs no more. */
const BLOCK_ROWS = 200;

export class Roll {
  private block: HTMLElement | null = null;
  private rows = 0;
  private stream: TextStream | null = null;
  /** What is to be seen from its first line. */
  private lead: HTMLElement | null = null;

  constructor(private readonly scroll: HTMLElement) {}

  get isEmpty(): boolean {
    return this.block === null;
  }

  get text(): string {
    return this.scroll.textContent ?? "";
  }

  clear(...nodes: HTMLElement[]): void {
    this.scroll.replaceChildren(...nodes);
    this.block = this.stream = null;
  }

  /** Begin anew behind what is there; return the steps that take that away. */
  begin(): (() => void)[] {
    this.block = this.stream = null;
    return [...this.scroll.children].map((child) => () => child.remove());
  }

  write(kind: StreamKind, text: string): void {
    if (this.stream?.kind !== kind) this.stream = null;
    const block = this.openBlock();
    this.stream ??= new TextStream(kind);
    if (this.stream.element.parentElement === null) block.append(this.stream.element);
    this.stream.add(text);
    this.rows += Math.max(1, text.split("\n").length - 1);
  }

  append(node: HTMLElement): void {
    this.stream = null;
    this.openBlock().append(node);
    this.rows += 1;
  }

  /** Add what is read from its first line, even where it is taller than the output. */
  appendFromItsStart(node: HTMLElement): void {
    this.append(node);
    this.lead = node;
  }

  /** Do what adds to the end, and keep the end in sight unless the learner has scrolled back. */
  grow(add: () => void): void {
    const { scroll } = this;
    const below = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    const isAtEnd = this.isEmpty || below < NEAR_END_PX;
    add();
    if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
    this.showLead();
    const overflows = scroll.scrollHeight > scroll.clientHeight + 1;
    if (overflows) scroll.tabIndex = 0;
    else scroll.removeAttribute("tabindex");
  }

  private showLead(): void {
    const top = this.lead?.getBoundingClientRect().top ?? Infinity;
    const hidden = this.scroll.getBoundingClientRect().top - top;
    if (hidden > 0) this.scroll.scrollTop -= hidden + LEAD_PX;
    this.lead = null;
  }

  private openBlock(): HTMLElement {
    const isFull = this.rows >= BLOCK_ROWS && this.stream?.isInLine !== true;
    if (this.block !== null && !isFull) return this.block;
    if (this.block !== null) this.closeBlock(this.block);
    this.block = make("div", { class: "output-block" });
    this.scroll.append(this.block);
    this.rows = 0;
    return this.block;
  }

  private closeBlock(block: HTMLElement): void {
    block.style.containIntrinsicBlockSize = `auto ${block.offsetHeight}px`;
    block.dataset["state"] = "full";
    this.stream = this.stream?.continued() ?? null;
  }
}
