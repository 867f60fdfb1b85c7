using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>The data that all trials of a sweep share: candles, the price of a market order at each open, and the ends of days.</summary>
internal sealed class SweepMarket
{
    /// <summary>What decimal holds to the last unit.</summary>
    private const int DecimalBits = 95, DecimalScale = 28;

    private const int Part = 8192;

    private const decimal FeeUnits = 1e8m;

    private static readonly Int128[] LargePowers = [.. Enumerable.Range(0, 39).Select(i => Int128.Parse($"1{new string('0', i)}", CultureInfo.InvariantCulture))];
    private static readonly double[] DoublePowers = [.. LargePowers.Select(p => (double)p)];

    private readonly decimal _taker;
    private readonly (SweepPrice Paid, SweepPrice Shown)[] _bought, _sold;
    private readonly MarginTable _margin;
    private readonly SweepUnits[] _units;

    /// <param name="candles">At least one.</param>
    /// <param name="options">Conditions that <see cref="SweepTerms"/> accepts.</param>
    /// <param name="scale">Decimals of prices and quantities.</param>
    /// <param name="parallel">How many threads may work.</param>
    public SweepMarket(CandleSeries candles, BacktestOptions options, SweepScale scale, ParallelOptions parallel)
    {
        (Candles, Options) = (candles, options);
        Instrument = options.InstrumentOf(candles.Symbol);
        _margin = new MarginTable(options.Margin, candles.Symbol);
        PriceDecimals = scale.Price;
        int decimals = Math.Min(SweepScale.MaxQuantityDecimals, SweepScale.MaxDecimals - scale.Price);
        _units = [.. Enumerable.Range(0, decimals + 1).Select(d => new SweepUnits(Instrument, scale.Price, d))];
        Units = _units[scale.Quantity];
        MayBorrow = options.Margin.LeverageFor(candles.Symbol) > 1;
        FeeRateDecimals = options.Fees.Taker.Scale;
        _taker = options.Fees.Taker;
        FeeRate = (double)_taker;
        MinNotional = (double)Instrument.MinNotional;
        EntryCost = options.EntryCost;
        Fraction = ((FractionSizing)options.Sizing).Fraction;
        (_bought, _sold) = (new (SweepPrice, SweepPrice)[candles.Count], new (SweepPrice, SweepPrice)[candles.Count]);
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

    /// <summary>The units in which a trial counts quantities at first.</summary>
    public SweepUnits Units { get; }

    /// <summary>Decimals in which the rate of the fee is written.</summary>
    public int FeeRateDecimals { get; }

    /// <summary>The taker's fee, as a fraction of value.</summary>
    public double FeeRate { get; }

    /// <summary>Whether cash may fall below 0.</summary>
    public bool MayBorrow { get; }

    public double MinNotional { get; }

    public double EntryCost { get; }

    public double Fraction { get; }

    public double Lowest { get; } = double.PositiveInfinity;

    public double Highest { get; }

    public int[] PeriodEnds { get; }

    public double PeriodsPerYear { get; }

    /// <summary>Length of the candles, in days.</summary>
    public double Days { get; }

    public double BuyAndHoldReturn { get; }

    /// <summary>The price of a market order at the open of a candle, and the price that its fill shows.</summary>
    public (SweepPrice Paid, SweepPrice Shown) PriceAtOpen(int bar, bool buys) => buys ? _bought[bar] : _sold[bar];

    /// <summary>The price of an order that takes liquidity when the price reaches its level.</summary>
    public SweepPrice PriceAt(double met, bool buys)
    {
        double distance = Options.Slippage.DistanceFor(0, met, double.NaN, double.NaN);
        return new SweepPrice(FillModel.Against(Instrument, buys ? met + distance : Math.Max(0, met - distance), buys));
    }

    /// <summary>The price that the fill shows for a price paid inside a candle.</summary>
    public SweepPrice Shown(SweepPrice paid, int bar, bool buys)
    {
        double high = Candles.High[bar], low = Candles.Low[bar], price = paid.Estimate;
        return (buys ? price > high : price < low) ? new SweepPrice(FillModel.ClampedToBar(Instrument, paid.Value, buys, high, low)) : paid;
    }

    /// <summary>Units of so many decimals; the most that there are where they would be more.</summary>
    public SweepUnits UnitsOf(int decimals) => _units[Math.Min(decimals, _units.Length - 1)];

    /// <summary>The fee on a value, in units of its eighth decimal.</summary>
    /// <param name="value">In units of its last decimal.</param>
    /// <param name="decimals">How many it has.</param>
    public long FeeOn(Int128 value, int decimals)
    {
        double fee = (double)value / DoublePowers[decimals] * 1e8 * FeeRate, raised = fee + 0.5, rounded = Math.Floor(raised);
        double doubt = fee * 1e-14 + 1e-9, part = raised - rounded;
        return (part > doubt && part < 1 - doubt) || !IsExact(value, decimals)
            ? (long)rounded
            : (long)(FeeSchedule.Fee(Shortest(value, decimals), _taker) * FeeUnits);
    }

    /// <summary>A power of ten, from 0 to 38.</summary>
    public static Int128 PowerOf(int decimals) => LargePowers[decimals];

    /// <inheritdoc cref="PowerOf"/>
    public static double DoublePowerOf(int decimals) => DoublePowers[decimals];

    /// <summary>Whole units of a last decimal as decimal, with no digit more or less.</summary>
    public static decimal DecimalOf(Int128 units, int decimals)
    {
        var size = (UInt128)Int128.Abs(units);
        var low = (ulong)size;
        return new decimal((int)low, (int)(low >> 32), (int)(uint)(ulong)(size >> 64), Int128.IsNegative(units), (byte)decimals);
    }

    /// <summary>Whether decimal holds whole units of a last decimal to the last one, and so whether the engine's arithmetic did not round.</summary>
    public static bool IsExact(Int128 units, int decimals)
    {
        if (Fits(units, decimals))
            return true;
        Shorten(ref units, ref decimals);
        return Fits(units, decimals);
    }

    /// <summary>Whole units of a last decimal as decimal, without the zeros at their end where they are too many; they must be exact.</summary>
    public static decimal Shortest(Int128 units, int decimals)
    {
        if (!Fits(units, decimals))
            Shorten(ref units, ref decimals);
        return DecimalOf(units, decimals);
    }

    private static bool Fits(Int128 units, int decimals) => Int128.Abs(units) >> DecimalBits == 0 && decimals <= DecimalScale;

    private static void Shorten(ref Int128 units, ref int decimals)
    {
        for (; decimals > 0 && units % 10 == 0; decimals--)
            units /= 10;
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
            SweepPrice bought = PriceAt(open[i], buys: true), sold = PriceAt(open[i], buys: false);
            _bought[i] = (bought, Shown(bought, i, buys: true));
            _sold[i] = (sold, Shown(sold, i, buys: false));
        }
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
