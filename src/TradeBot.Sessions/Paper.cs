using TradeBot.MarketData;
using TradeBot.Sessions;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Trading on paper: live candles, the fills of a backtest, and no order that leaves the process.</summary>
public static class Paper
{
    /// <summary>Trades on a stream until it ends or is cancelled; in a notebook a line shows how it stands.</summary>
    /// <param name="strategy">Names its feeds, or <paramref name="options"/> do.</param>
    /// <param name="stream">Where the candles come from.</param>
    /// <param name="cash">At the start, in account currency; positive.</param>
    /// <param name="options">Everything else; its cash is replaced by <paramref name="cash"/>. Without a history the stream's own is used.</param>
    /// <param name="progress">Told how it stands, four times a second at most; null for nobody.</param>
    /// <param name="cancellationToken">Ends it, as an interrupt of a notebook's cell does.</param>
    /// <exception cref="ArgumentException">The strategy names no feeds and none are given.</exception>
    public static async Task<SessionResult> RunAsync(
        IStrategy strategy, ICandleStream stream, decimal cash = 10_000m, SessionOptions? options = null, IProgress<SessionSummary>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= SessionOptions.Default;
        (Action<string> Show, CancellationToken Stop)? notebook = NotebookHost.Watch();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, notebook?.Stop ?? CancellationToken.None);
        await using var session = Session.Open(strategy, options with { Terms = options.Terms with { Cash = cash }, History = options.History ?? stream.History });
        if (session.Summary.State == TradingState.Disabled)
            session.Allow("paper", "It was started on paper.");
        SessionResult result = await session.RunAsync(stream, new Line(notebook?.Show, progress), stop.Token);
        notebook?.Show(result.ToString());
        return result;
    }

    /// <summary>Shows the line of a notebook, each in the place of the last, and passes on.</summary>
    private sealed class Line(Action<string>? show, IProgress<SessionSummary>? next) : IProgress<SessionSummary>
    {
        public void Report(SessionSummary value)
        {
            show?.Invoke(value.ToString());
            next?.Report(value);
        }
    }
}
