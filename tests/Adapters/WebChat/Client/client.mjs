// Drives the unmodified npm client against a server; prints what it saw as one line of JSON.
// node client.mjs <folder with node_modules> <server> <talk | token of an expired conversation>
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, server, mode] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));

// The client's own README: in Node, give it these two globals.
const XMLHttpRequest = require('xhr2');
const sockets = [];
global.WebSocket = class extends require('ws') {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};

// xhr2 cannot send a FormData, which a browser can; the client is none the wiser.
global.XMLHttpRequest = class extends XMLHttpRequest {
  send(body) {
    if (!(body instanceof FormData)) {
      super.send(body);
      return;
    }
    const encoded = new Response(body);
    this.setRequestHeader('Content-Type', encoded.headers.get('content-type'));
    encoded.arrayBuffer().then(bytes => super.send(Buffer.from(bytes)));
  }
};

const { DirectLine } = require('botframework-directlinejs');
const domain = `${server}v3/directline`;
const open = options => new DirectLine({ domain, random: () => 0, ...options }); // the shortest wait before reconnecting: 3 s
const once = observable => new Promise((resolve, reject) => observable.take(1).subscribe(resolve, reject));

/** Everything that the client hands on, and a way to wait for a text. */
function listen(client) {
  const seen = [];
  const waiting = [];
  client.activity$.subscribe(activity => {
    seen.push(activity);
    waiting.splice(0).forEach(wake => wake());
  }, () => {});
  const until = async text => {
    for (;;) {
      const found = seen.find(activity => activity.text?.startsWith(text));
      if (found) return found;
      await new Promise(wake => waiting.push(wake));
    }
  };
  return { seen, until };
}

const message = (text, extra) => ({ type: 'message', from: { id: 'me' }, text, channelData: { clientActivityID: text }, ...extra });

async function talk() {
  const opened = await (await fetch(`${server}webchat/token`, { method: 'POST' })).json();
  const client = open({ token: opened.token });
  const { seen, until } = listen(client);
  await until('您好');
  const id = await once(client.postActivity(message('你好')));
  await until('听到：你好');
  await once(client.postActivity(message('选择')));
  const choices = (await until('您去外地的原因')).suggestedActions.actions.map(action => action.title);
  await once(client.postActivity(message('输入')));
  await until('查到了');

  const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVEAEBAAAAAAAAAAAAAAAAAAAAE//EABUBAQEAAAAAAAAAAAAAAAAAAAAE/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAMAwEAAhEDEQA/AIKKJVVJQlKX/9k=', 'base64');
  const files = createServer((_, response) => response.end(jpeg)).listen(0, '127.0.0.1');
  await new Promise(ready => files.once('listening', ready));
  const contentUrl = `http://127.0.0.1:${files.address().port}/`;
  await once(client.postActivity(message('附件', { attachments: [{ contentType: 'image/jpeg', contentUrl, name: '居住证.jpg' }] })));
  const received = (await until('收到')).text;
  const uploaded = await (await fetch((await until('附件')).attachments[0].contentUrl)).arrayBuffer();
  files.close();

  const before = client.token;
  sockets.at(-1).terminate();
  await once(client.postActivity(message('断线时')));
  await until('听到：断线时');
  const refreshed = await once(client.refreshToken());

  // After a reload: the same conversation from its beginning, this time by polling.
  const again = open({ token: client.token, conversationId: client.conversationId, webSocket: false, pollingInterval: 200 });
  const resumed = listen(again);
  await resumed.until('听到：断线时');

  // Frames that follow each other closely come out of the client mixed; Web Chat puts them in order by their time stamps.
  const messages = seen.filter(activity => activity.type === 'message').sort((one, other) => new Date(one.timestamp) - new Date(other.timestamp));
  return {
    id,
    choices,
    received,
    uploaded: uploaded.byteLength,
    sockets: sockets.length,
    tokenChanged: before !== client.token && client.token !== refreshed,
    texts: messages.map(activity => activity.text),
    ids: messages.map(activity => activity.id),
    typing: seen.some(activity => activity.type === 'typing'),
    resumed: resumed.seen.map(activity => activity.id),
  };
}

/** What the client makes of an expired token: the numbers of its connection status, in order. */
async function expire(token) {
  const client = open({ token, conversationId: JSON.parse(atob(token.split('.')[1])).conv });
  const statuses = [];
  client.connectionStatus$.subscribe(status => statuses.push(status));
  listen(client);
  await new Promise(resolve => client.connectionStatus$.filter(status => status >= 3).take(1).subscribe(resolve));
  return { statuses };
}

const result = await (mode === 'talk' ? talk() : expire(mode));
console.log(JSON.stringify(result));
process.exit(0);
