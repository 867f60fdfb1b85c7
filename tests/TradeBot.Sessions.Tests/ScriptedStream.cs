using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TradeBot.MarketData;

namespace TradeBot.Sessions.Tests;

/// <summary>A live stream that says what a test tells it to, when it tells it to.</summary>
internal sealed class ScriptedStream(ICandleSource? history = null) : ICandleStream
{
    private readonly Channel<CandleUpdate> _updates = Channel.CreateUnbounded<CandleUpdate>();

    public string Name => "scripted";

    public ICandleSource? History => history;

    public void Say(CandleUpdate update) => _updates.Writer.TryWrite(update);

    public void Close(string symbol, Candle candle) => Say(new CandleUpdate(symbol, Timeframe.OneMinute, candle, IsClosed: true));

    public void End() => _updates.Writer.TryComplete();

    public async IAsyncEnumerable<CandleUpdate> SubscribeAsync(IReadOnlyList<string> symbols, Timeframe timeframe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (CandleUpdate update in _updates.Reader.ReadAllAsync(cancellationToken))
            yield return update;
    }
}
