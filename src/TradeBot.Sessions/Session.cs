using System.Threading.Channels;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>A strategy that trades on live candles: a backtest's engine, a risk gate, a venue, a journal, and a parallel backtest for comparison.</summary>
/// <remarks>
/// One loop makes all decisions and writes the journal. It decides when candles have closed, in the same order as a backtest:
/// <list type="table">
/// <listheader><term>candle</term><description>rule</description></listheader>
/// <item><term>forming</term><description>not shown to the strategy; it implies that earlier candles of its feed have closed</description></item>
/// <item><term>closed</term><description>waits until each feed whose candle closes at the same moment has delivered it, or has shown that it has none; then the strategy sees the candles in the order of the feeds and decides once</description></item>
/// <item><term>not in time</term><description>the moment waits for <see cref="SessionOptions.Patience"/> after its first candle and is then decided without it; recorded as absent</description></item>
/// <item><term>late</term><description>arrives after its moment was decided: shown before the next decision; the past decision is not repeated</description></item>
/// <item><term>missing</term><description>a later candle of its feed arrived: recorded and not filled in; no order fills in the gap</description></item>
/// <item><term>repeated</term><description>ignored</description></item>
/// <item><term>revised</term><description>closed before with different values: the first values stay, both are recorded</description></item>
/// <item><term>out of order</term><description>arrived after a later candle of its feed: recorded and not shown, because indicators cannot go back</description></item>
/// <item><term>unusable</term><description>off the grid of its timeframe, or with inconsistent prices: recorded and not used</description></item>
/// <item><term>decided late</term><description>more than twice the patience later than usual, for example after an interruption: orders cannot fill before the time at which the decision was actually made</description></item>
/// </list>
/// On paper a fill is reported when its candle has closed; all fills follow candles of one timeframe
/// (<see cref="SessionOptions.FillsFollow"/>).
/// </remarks>
public sealed partial class Session : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200), BetweenReports = TimeSpan.FromMilliseconds(250), StrategyPatience = TimeSpan.FromSeconds(10);

    private readonly SessionOptions _options;
    private readonly SessionSetup _setup;
    private readonly SessionLedger _ledger = new();
    private readonly SessionJournal _journal;
    private readonly SessionCore _core;
    private readonly AccountLease? _lease;
    private readonly DelayMeter _delay;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _control;
    private IProgress<SessionSummary>? _progress;

    private Session(SessionSetup setup, SessionOptions options)
    {
        (_setup, _options) = (setup, options);
        _delay = new DelayMeter(options.Clock, 2 * options.Patience);
        JournalChain? chain = null;
        Func<JournalLine?, JournalSegment>? open = null;
        if (options.Folder is { } folder)
        {
            _lease = AccountLease.Take(folder, options.LeaseDuration, options.Clock);
            open = last => new JournalSegment(folder, _lease, last, options.Clock);
        }

        try
        {
            chain = options.Folder is null ? null : JournalFolder.Read(options.Folder);
            _journal = new SessionJournal(chain, open, _ledger, options.Clock);
            _core = setup.Start(_journal, _ledger, _delay);
            using (_core.Engine.Enter())
            {
                _core.Begin();
                _journal.Flush(toDisk: true);
            }
        }
        catch
        {
            _journal?.Dispose();
            _lease?.Dispose();
            throw;
        }
    }

    /// <summary>State, equity, positions and counts at present.</summary>
    public SessionSummary Summary
    {
        get
        {
            using (_core.Engine.Enter())
                return new SessionSummary(_ledger);
        }
    }

    /// <summary>Whether the session continues an earlier one from its folder.</summary>
    public bool GoesOn { get; private set; }

    internal SessionCore Core => _core;

    /// <summary>Opens a new session, disabled, or continues the one in the folder in the state in which it ended.</summary>
    /// <param name="strategy">What decides.</param>
    /// <param name="options">How it trades; the defaults when null.</param>
    /// <exception cref="ArgumentException">The strategy names no feeds and none are given.</exception>
    /// <exception cref="InvalidOperationException">Another process trades in the folder.</exception>
    /// <exception cref="InvalidDataException">The journal in the folder was changed, or belongs to another session.</exception>
    public static Session Open(IStrategy strategy, SessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= SessionOptions.Default;
        bool goesOn = options.Folder is { } folder && JournalFolder.Segments(folder).Length > 0;
        return new Session(SessionSetup.Of(strategy, options), options) { GoesOn = goesOn };
    }

    /// <summary>Lets the strategy trade, also after it was reducing or halted.</summary>
    /// <param name="by">Who requests it: a person's pseudonym, or a part of the program.</param>
    /// <param name="why">The reason, as a sentence.</param>
    public void Allow(string by, string why)
    {
        if (_options.Folder is { } folder)
            ControlFolder.Release(folder);
        Change(TradingState.Active, by, why);
    }

    /// <summary>From now on positions may only be reduced.</summary>
    /// <inheritdoc cref="Allow"/>
    public void Reduce(string by, string why) => Change(TradingState.Reducing, by, why);

    /// <summary>Closes all positions now; afterwards positions may only be reduced.</summary>
    /// <inheritdoc cref="Allow"/>
    /// <returns>Whether no order and no position is left.</returns>
    public bool Flatten(string by, string why) => Stop(TradingState.Reducing, by, why);

    /// <summary>The kill switch: blocks new orders, cancels all orders, closes all positions, verifies that none is left, and stays on until a person resumes.</summary>
    /// <remarks>It works from any thread, also while the strategy hangs: the call is then abandoned, and the session ends.</remarks>
    /// <inheritdoc cref="Allow"/>
    /// <returns>Whether no order and no position is left.</returns>
    public bool Halt(string by, string why)
    {
        _core.Brake.Shut(by, why);
        if (_options.Folder is { } folder)
            ControlFolder.Halt(folder, by, why);
        return Stop(TradingState.Halted, by, why);
    }

    /// <summary>Trades on the candles of a stream until it ends, the session is cancelled, or its strategy fails.</summary>
    /// <param name="stream">The source of live candles.</param>
    /// <param name="progress">Receives a summary at most four times a second, on the session's loop; null for none.</param>
    /// <param name="cancellationToken">Ends the session; <see cref="SessionOptions.WhenCancelled"/> decides what happens to positions.</param>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public async Task<SessionResult> RunAsync(ICandleStream stream, IProgress<SessionSummary>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _progress = progress;
        if (_options.Folder is not null)
        {
            LookAtControl();
            _control = _options.Clock.CreateTimer(_ => LookAtControl(), null, BetweenLooks, BetweenLooks);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<string> loop = Task.Factory.StartNew(
            () => LoopAsync(stream, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();
        string end;
        try
        {
            end = await await Task.WhenAny(loop, _ended.Task);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            end = "The session was cancelled.";
            if (_options.WhenCancelled == WhenCancelled.Halt)
                Halt("cancellation", "The session was cancelled.");
        }
        finally
        {
            await stop.CancelAsync();
            _control?.Dispose();
        }

        using (_core.Engine.Enter())
        {
            _core.Close(end);
            return new SessionResult(_ledger, _core.Shadow, _setup.Feeds, end);
        }
    }

    /// <summary>Releases the lease. Positions and orders stay.</summary>
    public ValueTask DisposeAsync()
    {
        _control?.Dispose();
        _journal.Dispose();
        _lease?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Change(TradingState state, string by, string why)
    {
        if (!_core.Engine.TryEnter(StrategyPatience, out bool isBetween))
            throw new TimeoutException("The engine is still busy: nothing was changed. Try again.");
        try
        {
            if (!isBetween)
                throw new TimeoutException("The strategy has not returned from its decision: nothing was changed. Try again, or use the kill switch, which does not wait for the strategy.");
            _core.Change(state, flattens: false, by, why);
        }
        finally
        {
            _core.Engine.Exit();
        }
    }

    private bool Stop(TradingState state, string by, string why)
    {
        if (!_core.Engine.TryEnter(_options.KillPatience, out bool isBetween))
            throw new TimeoutException("The engine is still busy: new orders are blocked, but orders and positions may be left. Check the account, and end this process.");
        try
        {
            if (!isBetween && !_core.Engine.IsAbandoned)
            {
                _core.Engine.Abandon();
                _core.Abandon();
                _ended.TrySetResult($"The strategy did not return, and {by} stopped the session: {why}");
            }

            _core.Change(state, flattens: true, by, why);
            return _ledger.LastFlattening == true;
        }
        finally
        {
            _core.Engine.Exit();
        }
    }
}
