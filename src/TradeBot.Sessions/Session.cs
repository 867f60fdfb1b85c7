using System.Threading.Channels;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>A strategy that trades on live candles: the engine of a backtest, a risk gate, a venue, a journal, and a backtest beside it.</summary>
/// <remarks>
/// One loop decides and writes. Decisions are made when candles have closed, in the order in which a backtest makes them:
/// <list type="table">
/// <listheader><term>candle</term><description>rule</description></listheader>
/// <item><term>forming</term><description>is not shown to the strategy; it says that the candles before it are over</description></item>
/// <item><term>closed</term><description>waits until every feed that can close at the same moment has closed, or has shown that it has no such candle; then the strategy sees them in the order of the feeds and decides once</description></item>
/// <item><term>not there in time</term><description>the moment waits for <see cref="SessionOptions.Patience"/> from its first candle, and is then decided without it; noted as absent</description></item>
/// <item><term>late</term><description>comes after its moment was decided: it is shown before the next decision, and no decision is made for the past</description></item>
/// <item><term>missing</term><description>a later one of its feed came: noted, and nothing is made up; nothing fills where it would have been</description></item>
/// <item><term>repeated</term><description>passed over</description></item>
/// <item><term>revised</term><description>closed before with other values: the first close stays, both are noted</description></item>
/// <item><term>out of order</term><description>came after a later one of its feed: noted and not shown, since indicators do not go back</description></item>
/// <item><term>unusable</term><description>off the grid of its timeframe, or with prices that contradict each other: noted and not used</description></item>
/// <item><term>decided late</term><description>more than twice the patience later than usual, as after an interruption: orders trade no earlier than the decision was really made</description></item>
/// </list>
/// On paper a fill is told when the candle that it is in has closed; what may trade all follows candles of one length
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

    /// <summary>How it stands.</summary>
    public SessionSummary Summary
    {
        get
        {
            using (_core.Engine.Enter())
                return new SessionSummary(_ledger);
        }
    }

    /// <summary>Whether the session goes on with what it did before.</summary>
    public bool GoesOn { get; private set; }

    internal SessionCore Core => _core;

    /// <summary>Opens a session, disabled, or goes on with the one in the folder as it was left.</summary>
    /// <param name="strategy">What decides.</param>
    /// <param name="options">How it trades; the defaults when null.</param>
    /// <exception cref="ArgumentException">The strategy names no feeds and none are given.</exception>
    /// <exception cref="InvalidOperationException">Another process trades in the folder.</exception>
    /// <exception cref="InvalidDataException">The journal in the folder was changed, or is of another session.</exception>
    public static Session Open(IStrategy strategy, SessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= SessionOptions.Default;
        bool goesOn = options.Folder is { } folder && JournalFolder.Segments(folder).Length > 0;
        return new Session(SessionSetup.Of(strategy, options), options) { GoesOn = goesOn };
    }

    /// <summary>Lets the strategy trade; also what was reducing or halted.</summary>
    /// <param name="by">Who wants it: a person's pseudonym, or a part of the program.</param>
    /// <param name="why">A sentence.</param>
    public void Allow(string by, string why)
    {
        if (_options.Folder is { } folder)
            ControlFolder.Release(folder);
        Change(TradingState.Active, by, why);
    }

    /// <summary>Positions may only become smaller from now on.</summary>
    /// <inheritdoc cref="Allow"/>
    public void Reduce(string by, string why) => Change(TradingState.Reducing, by, why);

    /// <summary>Closes everything now; afterwards positions may only become smaller.</summary>
    /// <inheritdoc cref="Allow"/>
    /// <returns>Whether nothing is left.</returns>
    public bool Flatten(string by, string why) => Stop(TradingState.Reducing, by, why);

    /// <summary>The kill switch: lets nothing more through, cancels everything, closes everything, makes sure that nothing is left, and stays so until a person resumes.</summary>
    /// <remarks>It works from any thread, also while the strategy hangs: that call is then abandoned, and the session ends.</remarks>
    /// <inheritdoc cref="Allow"/>
    /// <returns>Whether nothing is left.</returns>
    public bool Halt(string by, string why)
    {
        _core.Brake.Shut(by, why);
        if (_options.Folder is { } folder)
            ControlFolder.Halt(folder, by, why);
        return Stop(TradingState.Halted, by, why);
    }

    /// <summary>Trades on the candles of a stream until it ends, the session is cancelled, or its strategy fails.</summary>
    /// <param name="stream">Where the candles come from.</param>
    /// <param name="progress">Told how the session stands, four times a second at most, on its loop; null for nobody.</param>
    /// <param name="cancellationToken">Ends the session; <see cref="SessionOptions.WhenCancelled"/> says what becomes of positions.</param>
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
            end = "It was cancelled.";
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

    /// <summary>Gives the lease back. Positions and orders stay.</summary>
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
            throw new TimeoutException("The engine did not come free: nothing was changed.");
        try
        {
            if (!isBetween)
                throw new TimeoutException("The strategy has not come back from its decision: nothing was changed. The kill switch does not wait for it.");
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
            throw new TimeoutException("The engine did not come free: nothing more is let through, but it is not known what is left. Look at the account, and end this process.");
        try
        {
            if (!isBetween && !_core.Engine.IsAbandoned)
            {
                _core.Engine.Abandon();
                _core.Abandon();
                _ended.TrySetResult($"The strategy did not come back, and {by} stopped the session: {why}");
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
