// Sends a chat and reads a stream with node's fetch. The argument is the URL before the paths of the API.
const [url] = process.argv.slice(2);
const body = JSON.stringify({
  modelId: "amazon.nova-lite-v1:0",
  messages: [{ role: "user", content: "Hello" }],
});
const headers = { Authorization: "Bearer test-token", "Content-Type": "application/json" };

const chat = await fetch(`${url}/chat`, { method: "POST", headers, body });
console.log(`chat ${chat.status} ${typeof (await chat.json()).response.content}`);

const stream = await fetch(`${url}/chat/stream`, { method: "POST", headers, body });
let text = "";
for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) text += chunk;
const events = [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1]);
console.log(`stream ${stream.status} ${[...new Set(events)].join(",")}`);

const refused = await fetch(`${url}/sessions`, { method: "POST", headers, body: "{}" });
console.log(`refused ${refused.status} ${(await refused.json()).message}`);
