using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>The trading loop for any venue: decides, sizes, checks, orders and books.</summary>
/// <remarks>
/// Its driver sets the time and reports candles as they close and the end of each moment at which
/// candles closed. Orders go to a venue, which answers by events; nothing here knows whether that is a simulation.
/// </remarks>
internal sealed class TradingEngine
{
    private readonly IDecisionMaker _maker;
    private readonly ICandleWatcher? _watcher;
    private readonly RiskMonitor _risk;
    private readonly bool _watchesRisk;
    private readonly int[] _bookOfFeed;
    private readonly bool[] _measures;

    /// <param name="strategy">The strategy or order algorithm.</param>
    /// <param name="feeds">The feeds that the strategy receives.</param>
    /// <param name="desk">Creates its orders.</param>
    /// <param name="terms">How targets become orders.</param>
    /// <param name="equity">Records equity.</param>
    public TradingEngine(IStrategy strategy, IReadOnlyList<CandleFeed> feeds, OrderDesk desk, EngineTerms terms, EquityRecorder equity)
        : this(new TargetTrader(strategy.Start(feeds), feeds, desk, terms), feeds, desk, equity)
    {
    }

    public TradingEngine(IOrderAlgorithm algorithm, IReadOnlyList<CandleFeed> feeds, OrderDesk desk, EquityRecorder equity)
        : this(new AlgorithmTrader(algorithm.Start(feeds), desk), feeds, desk, equity)
    {
    }

    private TradingEngine(IDecisionMaker maker, IReadOnlyList<CandleFeed> feeds, OrderDesk desk, EquityRecorder equity)
    {
        (_maker, Desk, Books, Equity, _risk) = (maker, desk, desk.Books, equity, desk.Gate.Monitor);
        desk.Listener = maker;
        _watchesRisk = _risk.Watches;
        _watcher = _watchesRisk || !equity.FollowsCloses(Books.Account) ? null : maker as ICandleWatcher;
        _bookOfFeed = [.. feeds.Select(f => Books.BookOf(f.Symbol).Index)];
        _measures = [.. _bookOfFeed.Select((symbol, feed) => maker.UsesAtr && Array.IndexOf(_bookOfFeed, symbol) == feed)];
    }

    public OrderDesk Desk { get; }

    public TradingBooks Books { get; }

    public EquityRecorder Equity { get; }

    /// <summary>Whether only the strategy has to process a candle of the only feed while there is no working order.</summary>
    public bool IsBlind => _watcher is { IsBlind: true };

    /// <summary>A symbol opens at a price: targets that are sized at the fill become orders.</summary>
    public void Open(SymbolBook book, double price, long time) => _maker.OnOpen(book, price, time);

    /// <summary>A candle has closed.</summary>
    /// <param name="feed">Of the strategy.</param>
    /// <param name="candle">The candle.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close(int feed, in Candle candle)
    {
        int symbol = _bookOfFeed[feed];
        Books.Marks[symbol] = candle.Close;
        if (_measures[feed])
            Books.Symbols[symbol].Measure(candle);
        _maker.OnCandle(feed, candle);
    }

    /// <summary>Every candle that closes at a moment has been reported.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decide(long time)
    {
        if (_watchesRisk)
            _risk.Observe(time);
        _maker.Decide(time);
        if (_watchesRisk)
            Desk.EnforceLosses(time);
        Equity.Record(time, Books.Account, Books.Marks);
    }

    /// <summary>Every candle of a moment before trading begins has been told of: indicators, sizing and prices are as they would be, and nothing trades.</summary>
    public void WarmUp()
    {
        _risk.WarmUp();
        _maker.WarmUp();
    }

    /// <inheritdoc cref="ICandleWatcher.Watch"/>
    public int Watch(CandleSeries candles, int from, int to) => _watcher!.Watch(candles, from, to);

    /// <summary>Catches up with candles of the only feed that the strategy has processed, and makes the trades that it wants.</summary>
    /// <param name="candles">Of the feed.</param>
    /// <param name="from">The first that was processed.</param>
    /// <param name="last">The last.</param>
    /// <param name="wants">Whether the strategy wants to trade after it.</param>
    public void Pass(CandleSeries candles, int from, int last, bool wants)
    {
        SymbolBook book = Books.Symbols[0];
        double held = Books.Account.Holdings[0];
        Books.Marks[0] = candles.Close[last];
        if (held != 0)
            book.See(TensorPrimitives.Max(candles.High[from..(last + 1)]), TensorPrimitives.Min(candles.Low[from..(last + 1)]), held);
        Equity.Record(last + 1 - from, Books.Account);
        if (wants)
            _watcher!.Act(candles.CloseTimes.Span[last]);
    }
}

/// <summary>How targets become orders, at any venue.</summary>
/// <param name="Sizing">How large a position a target means.</param>
/// <param name="SizedAt">At which price a target becomes a quantity.</param>
/// <param name="RebalanceTolerance">How far a position may drift from its target, as a fraction of equity; infinite for any distance.</param>
/// <param name="EntryCost">Expected fee and slippage of an entry, as a fraction of the value at the price before slippage.</param>
internal sealed record EngineTerms(ISizing Sizing, SizingMoment SizedAt, double RebalanceTolerance, double EntryCost);
