using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The conditions of a backtest; the defaults are realistic rather than favourable.</summary>
public sealed record BacktestOptions
{
    /// <summary>10,000 of quote currency, the usual fees (maker 2 bp, taker 5.5 bp), 1 bp of slippage, no leverage.</summary>
    public static BacktestOptions Default { get; } = new();

    /// <summary>Starting cash, in account currency: quote, or base when the instrument is inverse; positive.</summary>
    /// <remarks>
    /// An inverse instrument must be the only one of its run, because cash in different coins has no common sum. A run with others is refused.
    /// <list type="table">
    /// <listheader><term>case</term><description>rule</description></listheader>
    /// <item><term>account currency</term><description>the quote currency; in a run on an inverse instrument its base currency</description></item>
    /// <item><term>an inverse instrument beside others</term><description>refused: each coin would need its own ledger, margin and drawdown, and one equity over them would assume conversions that never happened; run each in a separate account</description></item>
    /// <item><term>a buy, spot or linear</term><description>pays its value and fee from cash</description></item>
    /// <item><term>a sale, spot or linear</term><description>adds its value less its fee</description></item>
    /// <item><term>a buy, inverse</term><description>adds contracts · contract value / price in base currency, less its fee: a debt that shrinks as the price rises</description></item>
    /// <item><term>a sale, inverse</term><description>pays that value and its fee</description></item>
    /// <item><term>equity</term><description>cash and the position at the mark: quantity · price, or −contracts · contract value / price when inverse</description></item>
    /// <item><term>borrowed cash or coin</term><description>cash or the quantity is below 0; <see cref="Margin"/> says how far</description></item>
    /// </list>
    /// </remarks>
    public decimal Cash { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Cash must be positive."); } = 10_000m;

    /// <summary>What the exchange charges.</summary>
    public FeeSchedule Fees { get; init; } = Trading.Fees.Usual;

    /// <summary>How much worse than the reference price an order fills.</summary>
    public Slippage Slippage { get; init; } = Slippage.Bps(1);

    /// <summary>The assumed order in which prices reached a candle's high and low.</summary>
    public IntrabarPath Path { get; init; } = IntrabarPath.Pessimistic;

    /// <summary>Candles of a shorter timeframe than a symbol's first feed, at most one series per symbol; none by default.</summary>
    /// <remarks>
    /// Fills follow them: the path inside a candle is then that of its parts, as if the run traded on them, and
    /// <see cref="Path"/> decides only what is unknown inside each part. The strategy does not see them and decides as
    /// before. They must span all candles of the feed; where one is missing nothing fills.
    /// </remarks>
    public IReadOnlyList<CandleSeries> IntrabarCandles { get; init; } = [];

    /// <summary>The time from a decision until its order can trade.</summary>
    public Latency Latency { get; init; } = Latency.None;

    /// <summary>Largest share of the last closed candle's volume that fills in one candle; infinite means that any order fills whole.</summary>
    public double Participation { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Participation must be positive."); } = double.PositiveInfinity;

    /// <summary>Funding of perpetual contracts by symbol; none by default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FundingRate>> Funding { get; init; } = new Dictionary<string, IReadOnlyList<FundingRate>>();

    /// <summary>Interest on coins sold short on spot, by symbol; none by default.</summary>
    public IReadOnlyDictionary<string, BorrowRate> Borrow { get; init; } = new Dictionary<string, BorrowRate>();

    /// <summary>Leverage, margin and liquidation.</summary>
    public Margin Margin { get; init; } = Margin.Default;

    /// <summary>How large a position a target means.</summary>
    public ISizing Sizing { get; init; } = Trading.Sizing.Exposure;

    /// <summary>At which price a target becomes a quantity.</summary>
    public SizingMoment SizedAt { get; init; }

    /// <summary>What happens to a position that is still open when the candles end.</summary>
    public EndOfRun AtEnd { get; init; }

    /// <summary>The limits that every order passes.</summary>
    public RiskPolicy Risk { get; init; } = new();

    /// <summary>How far a position may drift from its target before it is rebalanced, as a fraction of equity; infinite, the default, means never.</summary>
    /// <remarks>
    /// Targets are sized when they change, and prices then move the positions. With 0.05, a position whose value is off by more than
    /// 5 % of equity at a close is traded back to what its target means then: those that have grown too large first, so that
    /// there is room for the others.
    /// </remarks>
    public double RebalanceTolerance { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A tolerance must not be negative; infinity never rebalances."); } = double.PositiveInfinity;

    /// <summary>Trading rules by symbol.</summary>
    public IReadOnlyDictionary<string, Instrument> Instruments { get; init; } = new Dictionary<string, Instrument>();

    /// <summary>The symbol of the buy-and-hold benchmark, one of the run's symbols; null for equal parts of all of them, bought once.</summary>
    public string? Benchmark { get; init; }

    /// <summary>Trading rules of every symbol that is absent from <see cref="Instruments"/>, whatever symbol they name; null, the default, means <see cref="Instrument.Default"/>: prices and quantities have no steps.</summary>
    public Instrument? OtherInstruments { get; init; }

    /// <summary>The trading rules that hold for a symbol.</summary>
    /// <param name="symbol">The exchange's name.</param>
    public Instrument InstrumentOf(string symbol)
    {
        if (Instruments.TryGetValue(symbol, out Instrument? known))
            return known;
        return OtherInstruments is { } others ? others with { Symbol = symbol } : Instrument.Default(symbol);
    }

    /// <summary>Fee and slippage of entering, as a fraction of the value at the price before slippage.</summary>
    internal double EntryCost => (double)((1 + Fees.Taker) * (1 + Slippage.Fraction) - 1);

    /// <summary>What of it concerns how targets become orders.</summary>
    internal EngineTerms EngineTerms => new(Sizing, SizedAt, RebalanceTolerance, EntryCost);

    /// <summary>What of it concerns how orders fill, and what is charged.</summary>
    internal VenueTerms VenueTerms => new(Fees, Slippage, Path, Latency, Participation, Margin, Funding, Borrow);
}
