/** Where language models can be reached, and what a learner needs for each. */

export type Protocol = "openai" | "anthropic" | "browser";

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly protocol: Protocol;
  /** The start of the address, up to and with the version; the learner can change it. */
  readonly address: string;
  /** A model to start from; the learner can change it. */
  readonly model: string;
  readonly needsKey: boolean;
  /** What the learner needs first, in one or two sentences. */
  readonly note: string;
  /** What lets a server on the learner's own machine answer this page; empty for others. */
  readonly allow: string;
}

const OWN = { protocol: "openai", needsKey: false } as const;
const HOSTED = { protocol: "openai", needsKey: true, allow: "" } as const;

export const PROVIDERS: readonly Provider[] = [
  {
    ...OWN,
    id: "ollama",
    name: "Ollama, on this machine",
    address: "http://localhost:11434/v1",
    model: "llama3.2",
    note:
      "Free, and nothing leaves this machine. Install Ollama, then get a model with " +
      "`ollama pull llama3.2`.",
    allow: "Quit Ollama and start it again with `OLLAMA_ORIGINS={origin} ollama serve`.",
  },
  {
    ...OWN,
    id: "llama-cpp",
    name: "llama.cpp, on this machine",
    address: "http://localhost:8080/v1",
    model: "default",
    note: "Free, and nothing leaves this machine. Start it with `llama-server -m MODEL.gguf`.",
    allow: "Start `llama-server` again as it is: it lets web pages in by itself.",
  },
  {
    ...OWN,
    id: "lm-studio",
    name: "LM Studio, on this machine",
    address: "http://localhost:1234/v1",
    model: "",
    note:
      "Free, and nothing leaves this machine. Load a model in LM Studio, then start its " +
      "server with `lms server start --cors`.",
    allow: "Stop the server and start it again with `lms server start --cors`.",
  },
  {
    ...OWN,
    id: "vllm",
    name: "vLLM, on this machine",
    address: "http://localhost:8000/v1",
    model: "",
    note: "For a machine with a large graphics card. Start it with `vllm serve MODEL`.",
    allow: "Start `vllm serve` again as it is: it lets web pages in by itself.",
  },
  {
    ...HOSTED,
    id: "openai",
    name: "OpenAI",
    address: "https://api.openai.com/v1",
    model: "gpt-5-mini",
    note: "Make a key at platform.openai.com/api-keys. Each question costs a little.",
  },
  {
    ...HOSTED,
    id: "anthropic",
    name: "Anthropic",
    protocol: "anthropic",
    address: "https://api.anthropic.com/v1",
    model: "claude-haiku-4-5",
    note: "Make a key at console.anthropic.com. Each question costs a little.",
  },
  {
    ...HOSTED,
    id: "gemini",
    name: "Google Gemini",
    address: "https://generativelanguage.googleapis.com/v1beta/openai",
    model: "gemini-flash-latest",
    note: "Make a key at aistudio.google.com/apikey.",
  },
  {
    ...HOSTED,
    id: "mistral",
    name: "Mistral",
    address: "https://api.mistral.ai/v1",
    model: "mistral-small-latest",
    note: "Make a key at console.mistral.ai.",
  },
  {
    ...HOSTED,
    id: "groq",
    name: "Groq",
    address: "https://api.groq.com/openai/v1",
    model: "llama-3.3-70b-versatile",
    note: "Make a key at console.groq.com/keys.",
  },
  {
    ...HOSTED,
    id: "openrouter",
    name: "OpenRouter",
    address: "https://openrouter.ai/api/v1",
    model: "openrouter/auto",
    note: "Make a key at openrouter.ai/keys. It leads to the models of many companies.",
  },
  {
    ...OWN,
    id: "browser",
    name: "The model built into this browser",
    protocol: "browser",
    address: "",
    model: "",
    note: "Nothing leaves this machine. The first time, the browser may fetch several gigabytes.",
    allow: "",
  },
  {
    ...OWN,
    id: "other",
    name: "Another server that speaks OpenAI's protocol",
    address: "",
    model: "",
    note: "Its address usually ends in /v1. Leave the key empty if it needs none.",
    allow: "Its owner has to let web pages in (CORS) from {origin}.",
  },
];

export function findProvider(id: string): Provider {
  const found = PROVIDERS.find((provider) => provider.id === id);
  if (found === undefined) throw new Error(`There is no provider "${id}".`);
  return found;
}
