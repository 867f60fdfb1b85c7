// Checks that the npm package bybit-api trades on the exchange at an address: signed REST, private streams, order entry by socket.
// Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
'use strict';

const assert = require('node:assert');
const { RestClientV5, WebsocketAPIClient, WebsocketClient } = require('bybit-api');
const { check } = require('./candles.cjs');
const { followClock, keys, until } = require('./trading.cjs');

const [address] = process.argv.slice(2);
const sockets = address.replace('http', 'ws');
const symbol = 'AAAUSDT';
const silent = () => {};
const logger = { trace: silent, info: silent, error: silent };
const rest = new RestClientV5({ baseUrl: address, ...keys });
const stream = new WebsocketClient({ market: 'v5', wsUrl: `${sockets}/v5/private`, ...keys }, logger);
const trade = new WebsocketAPIClient({ market: 'v5', wsUrl: `${sockets}/v5/trade`, attachEventListeners: false, ...keys }, logger);
const told = [];

const rows = (topic) => told.filter((message) => message.topic === topic).flatMap((message) => message.data);
const states = (link) => rows('order').filter((row) => row.orderLinkId === link).map((row) => row.orderStatus);
const ok = (reply) => { assert.equal(reply.retCode, 0, reply.retMsg); return reply.result; };
async function away(share) {
  const { list } = ok(await rest.getTickers({ category: 'linear', symbol }));
  return (Number(list[0].lastPrice) * share).toFixed(2);
}

check('bybit-api trading', {
  async 'the key has its rights and the account its money'() {
    await followClock(address);
    assert.deepEqual(ok(await rest.getQueryApiKey()).permissions.ContractTrade, ['Order', 'Position']);
    assert.equal(ok(await rest.getAccountInfo()).marginMode, 'REGULAR_MARGIN');
    const { list } = ok(await rest.getWalletBalance({ accountType: 'UNIFIED', coin: 'USDT' }));
    assert.equal(list[0].coin[0].walletBalance, '50000');
    assert.equal(ok(await rest.getFeeRate({ category: 'linear', symbol })).list[0].takerFeeRate, '0.00055');
  },

  async 'private streams are subscribed'() {
    stream.on('update', (message) => told.push(message));
    let acknowledged = 0;
    stream.on('response', () => acknowledged++);
    stream.subscribeV5(['order', 'execution', 'position', 'wallet'], 'linear', true);
    await until(() => acknowledged > 0, 'an acknowledgement');
  },

  async 'an order is placed, amended and cancelled'() {
    ok(await rest.submitOrder({ category: 'linear', symbol, side: 'Buy', orderType: 'Limit', qty: '1', price: await away(0.5), orderLinkId: 'rest-1' }));
    ok(await rest.amendOrder({ category: 'linear', symbol, orderLinkId: 'rest-1', qty: '2' }));
    const { list } = ok(await rest.getActiveOrders({ category: 'linear', symbol, orderLinkId: 'rest-1' }));
    assert.deepEqual([list[0].qty, list[0].orderStatus], ['2', 'New']);
    ok(await rest.cancelOrder({ category: 'linear', symbol, orderLinkId: 'rest-1' }));
    assert.equal((await rest.cancelOrder({ category: 'linear', symbol, orderLinkId: 'rest-1' })).retCode, 110001);
    await until(() => states('rest-1').at(-1) === 'Cancelled', 'Cancelled');
    assert.deepEqual(states('rest-1'), ['New', 'New', 'Cancelled']);
  },

  async 'a market order fills and streams, pages and balances agree'() {
    ok(await rest.setLeverage({ category: 'linear', symbol, buyLeverage: '5', sellLeverage: '5' }));
    ok(await rest.submitOrder({ category: 'linear', symbol, side: 'Buy', orderType: 'Market', qty: '3', orderLinkId: 'rest-2', stopLoss: await away(0.7) }));
    await until(() => states('rest-2').at(-1) === 'Filled', 'Filled');
    const { list: fills } = ok(await rest.getExecutionList({ category: 'linear', symbol }));
    await until(() => rows('execution').length === fills.length, 'every execution');
    assert.deepEqual(rows('execution').map((row) => row.execId), fills.map((row) => row.execId).reverse());
    assert.equal(fills.reduce((sum, row) => sum + Number(row.execQty) * 1000, 0), 3000);
    const { list: positions } = ok(await rest.getPositionInfo({ category: 'linear', symbol }));
    assert.deepEqual([positions[0].size, positions[0].side, positions[0].leverage], ['3', 'Buy', '5']);
    await until(() => rows('position').at(-1)?.size === '3', 'the position');
    const { list: wallets } = ok(await rest.getWalletBalance({ accountType: 'UNIFIED' }));
    await until(() => rows('wallet').at(-1)?.coin.find((row) => row.coin === 'USDT').walletBalance === wallets[0].coin.find((row) => row.coin === 'USDT').walletBalance, 'the wallet');
    const { list: stops } = ok(await rest.getActiveOrders({ category: 'linear', symbol, orderFilter: 'StopOrder' }));
    assert.deepEqual(stops.map((row) => [row.stopOrderType, row.reduceOnly, row.orderLinkId]), [['StopLoss', true, '']]);
    ok(await rest.submitOrder({ category: 'linear', symbol, side: 'Sell', orderType: 'Market', qty: '3', reduceOnly: true, orderLinkId: 'rest-3' }));
    await until(() => rows('position').at(-1)?.size === '0', 'the flat position');
    assert.equal(ok(await rest.getActiveOrders({ category: 'linear', symbol })).list.length, 0);
  },

  async 'a batch says of each order what became of it'() {
    const price = await away(0.5);
    const order = (qty, orderLinkId) => ({ symbol, side: 'Buy', orderType: 'Limit', qty, price, orderLinkId });
    const reply = await rest.batchSubmitOrders('linear', [order('1', 'batch-1'), order('0.00001', 'batch-2')]);
    assert.deepEqual(reply.retExtInfo.list.map((row) => row.code), [0, 110017]);
    assert.deepEqual(reply.result.list.map((row) => row.orderId.length > 0), [true, false]);
    assert.equal(ok(await rest.cancelAllOrders({ category: 'linear', symbol })).success, '1');
  },

  async 'orders go by socket too'() {
    const price = await away(0.5);
    const placed = await trade.submitNewOrder({ category: 'linear', symbol, side: 'Buy', orderType: 'Limit', qty: '1', price, orderLinkId: 'socket-1' });
    assert.equal(placed.data.orderLinkId, 'socket-1');
    assert.equal(typeof placed.reqId, 'string');
    assert.equal((await trade.amendOrder({ category: 'linear', symbol, orderLinkId: 'socket-1', qty: '2' })).retCode, 0);
    assert.equal((await trade.cancelOrder({ category: 'linear', symbol, orderLinkId: 'socket-1' })).retCode, 0);
    await until(() => states('socket-1').at(-1) === 'Cancelled', 'Cancelled');
    await assert.rejects(trade.cancelOrder({ category: 'linear', symbol, orderLinkId: 'socket-1' }), (reply) => reply.retCode === 110001);
    stream.closeAll(true);
    trade.getWSClient().closeAll(true);
  },
});
