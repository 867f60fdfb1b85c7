using TradeBot.MarketData;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>What all trials of a sweep share: the candles, what a market order pays at each open, where days end.</summary>
internal sealed class SweepMarket
{
    // With 8 decimals a price of this size is still exact in double, and its value with any quantity in 128 bits.
    public const double LargestPrice = 9e7;

    private const int Part = 8192;

    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(i => (long)Math.Pow(10, i))];

    private readonly double _feePerUnit, _unitsPerLot, _feeRate;
    private readonly decimal _taker;
    private readonly SweepPrice[] _bought, _sold;
    private readonly MarginTable _margin;

    /// <param name="candles">At least one.</param>
    /// <param name="options">Such as <see cref="SweepTerms"/> takes.</param>
    /// <param name="parallel">How many threads may work.</param>
    public SweepMarket(CandleSeries candles, BacktestOptions options, ParallelOptions parallel)
    {
        (Candles, Options) = (candles, options);
        Instrument = options.InstrumentOf(candles.Symbol);
        _margin = new MarginTable(options.Margin, candles.Symbol);
        PriceDecimals = Instrument.TickSize.Scale;
        QuantityDecimals = Instrument.LotSize.Scale;
        (PriceScale, QuantityScale) = (Powers[PriceDecimals], Powers[QuantityDecimals]);
        ValueScale = Math.Pow(10, PriceDecimals + QuantityDecimals);
        FeeRateDecimals = options.Fees.Taker.Scale;
        _taker = options.Fees.Taker;
        _feeRate = (double)_taker;
        _feePerUnit = Powers[SweepTerms.MaxDecimals] / ValueScale;
        _unitsPerLot = (double)(Instrument.LotSize * QuantityScale);
        MinNotional = (double)Instrument.MinNotional;
        MinUnits = (double)(Instrument.MinQuantity * QuantityScale);
        EntryCost = (double)(options.Fees.Taker + options.Slippage.Fraction);
        Fraction = ((FractionSizing)options.Sizing).Fraction;
        (_bought, _sold) = (new SweepPrice[candles.Count], new SweepPrice[candles.Count]);
        Parallel.For(0, (candles.Count + Part - 1) / Part, parallel, part => Tabulate(part * Part, Math.Min(candles.Count, (part + 1) * Part)));
        foreach (double low in candles.Low)
            Lowest = Math.Min(Lowest, low);
        foreach (double high in candles.High)
            Highest = Math.Max(Highest, high);

        var flat = new EquityCurve(1, candles.CloseTimes, Ones(candles.Count), new float[candles.Count]);
        PeriodEnds = candles.Timeframe <= Timeframe.OneDay ? flat.DayEnds() : [.. Enumerable.Range(0, candles.Count)];
        var holding = HoldingBenchmark.Of([candles], options.Benchmark);
        BuyAndHoldReturn = holding.TotalReturn;
        PeriodsPerYear = PeriodReturns.Of(flat, holding, candles.Timeframe).PerYear;
        Days = AnnualReturn.DaysOf([candles], flat.Times[^1]);
    }

    public CandleSeries Candles { get; }

    public BacktestOptions Options { get; }

    public Instrument Instrument { get; }

    public int PriceDecimals { get; }

    public int QuantityDecimals { get; }

    /// <summary>Decimals in which the rate of the fee is written.</summary>
    public int FeeRateDecimals { get; }

    public long PriceScale { get; }

    public long QuantityScale { get; }

    public double ValueScale { get; }

    public double MinNotional { get; }

    public double MinUnits { get; }

    public double EntryCost { get; }

    public double Fraction { get; }

    public double Lowest { get; } = double.PositiveInfinity;

    public double Highest { get; }

    public int[] PeriodEnds { get; }

    public double PeriodsPerYear { get; }

    /// <summary>Length of the candles, in days.</summary>
    public double Days { get; }

    public double BuyAndHoldReturn { get; }

    /// <summary>What a market order gets at the open of a candle.</summary>
    public SweepPrice PriceAtOpen(int bar, bool buys) => buys ? _bought[bar] : _sold[bar];

    /// <summary>What an order gets that takes from the book where the price is met.</summary>
    public SweepPrice PriceAt(double met, bool buys)
    {
        double distance = Options.Slippage.DistanceFor(0, met, double.NaN, double.NaN);
        return new SweepPrice(buys ? Instrument.CeilingPrice(met + distance) : Instrument.FloorPrice(Math.Max(0, met - distance)));
    }

    public decimal QuantityOf(long units) => new decimal(units) / QuantityScale;

    /// <summary>The fee on a value, in units of its eighth decimal.</summary>
    public long FeeOn(Int128 value)
    {
        double fee = (double)value * _feePerUnit * _feeRate, raised = fee + 0.5, rounded = Math.Floor(raised);
        double doubt = fee * 1e-14 + 1e-9, part = raised - rounded;
        return part > doubt && part < 1 - doubt
            ? (long)rounded
            : (long)(FeeSchedule.Fee(DecimalOf(value, PriceDecimals + QuantityDecimals), _taker) * Powers[SweepTerms.MaxDecimals]);
    }

    /// <summary>A power of ten, from 0 to 18.</summary>
    public static long PowerOf(int decimals) => Powers[decimals];

    /// <summary>Whole units of a last decimal as decimal, with no digit more or less.</summary>
    public static decimal DecimalOf(Int128 units, int decimals)
    {
        var size = (UInt128)Int128.Abs(units);
        var low = (ulong)size;
        return new decimal((int)low, (int)(low >> 32), (int)(uint)(ulong)(size >> 64), Int128.IsNegative(units), (byte)decimals);
    }

    /// <summary>The largest tradable quantity not above the one wanted; −1 when double cannot tell which that is.</summary>
    public long UnitsBelow(double quantity)
    {
        double lots = quantity * QuantityScale / _unitsPerLot, floor = Math.Floor(lots), part = lots - floor;
        double doubt = lots * 1e-14 + 1e-12;
        if (part > doubt && part < 1 - doubt)
            return (long)(floor * _unitsPerLot);
        decimal least = Instrument.FloorQuantity(quantity * (1 - 2e-15));
        return least == Instrument.FloorQuantity(quantity * (1 + 2e-15)) ? (long)(least * QuantityScale) : -1;
    }

    /// <summary>The price at which a position is liquidated; NaN when there is none.</summary>
    public double LiquidationLevel(double cash, double held) => held < 0 || cash < 0
        ? _margin.Breaks(cash, Math.Sign(held)) / Math.Abs(held)
        : double.NaN;

    private void Tabulate(int begin, int end)
    {
        ReadOnlySpan<double> open = Candles.Open;
        for (int i = begin; i < end; i++)
        {
            _bought[i] = PriceAt(open[i], buys: true);
            _sold[i] = PriceAt(open[i], buys: false);
        }
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
