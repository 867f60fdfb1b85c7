using TradeBot.MarketData;
using TradeBot.Sessions;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Paper trading: live candles, simulated fills by the rules of a backtest, and no orders sent to an exchange.</summary>
public static class Paper
{
    /// <summary>Trades on a stream until it ends or is cancelled; in a notebook a line shows the current figures.</summary>
    /// <param name="strategy">What decides; its feeds are named by itself or by <paramref name="options"/>.</param>
    /// <param name="stream">The source of live candles.</param>
    /// <param name="cash">At the start, in account currency; positive.</param>
    /// <param name="options">All other settings; <paramref name="cash"/> replaces their cash. Without a history, the history of the stream is used.</param>
    /// <param name="progress">Receives a summary at most four times a second; null for none.</param>
    /// <param name="cancellationToken">Ends the session, as interrupting a notebook's cell does.</param>
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
            session.Allow("paper", "Paper trading was started.");
        SessionResult result = await session.RunAsync(stream, new Line(notebook?.Show, progress), stop.Token);
        notebook?.Show(result.ToString());
        return result;
    }

    /// <summary>Replaces the line shown in a notebook and forwards each summary.</summary>
    private sealed class Line(Action<string>? show, IProgress<SessionSummary>? next) : IProgress<SessionSummary>
    {
        public void Report(SessionSummary value)
        {
            show?.Invoke(value.ToString());
            next?.Report(value);
        }
    }
}
