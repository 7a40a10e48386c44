// A model's server for the tests: aimock, which speaks the protocols of real ones over HTTP. The
// name of the model says how it behaves.
import { LLMock } from "@copilotkit/aimock";

const [keys, answers] = JSON.parse(process.argv[2]);
const mock = new LLMock({
  port: 0,
  chunkSize: 16,
  journalMaxEntries: 200,
  ...(keys.length > 0 ? { auth: { apiKeys: keys } } : {}),
});
for (const [model, content] of Object.entries(answers)) {
  mock.addFixture({ match: { model }, response: { content } });
}
const error = (status, message, more = {}) => ({ error: { message, ...more }, status });
const long = "One more sentence about neurons that never ends. ".repeat(400);
const whole = { content: "First sentence of an answer. Second sentence of it. Third one." };
const add = (model, response, options = {}) =>
  mock.addFixture({ match: { model }, response, ...options });

add("breaks-off", whole, { truncateAfterChunks: 3, latency: 20 });
add("loses-connection", whole, { latency: 40, disconnectAfterMs: 100 });
add("says-nothing", { content: "" });
add("never-ends", { content: long });
add("stops-at-limit", { content: "As far as it", finishReason: "length" });
add("declines", { content: "", finishReason: "content_filter" });
add("slow", whole, { latency: 5_000 });
add("unhurried", { content: long.slice(0, 1_000) }, { latency: 300 });
add("garbled", whole, { chaos: { malformedRate: 1 } });
add("too-busy", { ...error(429, "Rate limit reached. Please try again in 7s."), retryAfter: 7 });
add("no-credit", error(429, "You exceeded your current quota.", { code: "insufficient_quota" }));
add("forbidden", error(403, "This key may not use the model."));
add("unknown", error(404, "The model `unknown` does not exist."));
add("in-trouble", error(500, "Something broke."));
add("overloaded", error(503, "Overloaded."));

await mock.start();
console.log(mock.url);
