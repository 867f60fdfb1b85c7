using TradeBot.MarketData;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>What all trials of a sweep share: the candles, what a market order pays at each open, where days end.</summary>
internal sealed class SweepMarket
{
    // With 8 decimals a price of this size is still exact in double, and its value with any quantity in 128 bits.
    public const double LargestPrice = 9e7;

    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(i => (long)Math.Pow(10, i))];

    private readonly double _feePerUnit, _unitsPerLot, _feeRate;
    private readonly decimal _taker;
    private readonly long[] _bought, _sold;
    private readonly MarginTable _margin;

    public SweepMarket(CandleSeries candles, BacktestOptions options)
    {
        (Candles, Options) = (candles, options);
        Instrument = options.InstrumentOf(candles.Symbol);
        _margin = new MarginTable(options.Margin, candles.Symbol);
        PriceDecimals = SweepTerms.DecimalsOf(Instrument.TickSize);
        QuantityDecimals = SweepTerms.DecimalsOf(Instrument.LotSize);
        CashDecimals = Math.Max(PriceDecimals + QuantityDecimals, SweepTerms.MaxDecimals);
        (PriceScale, QuantityScale) = (Powers[PriceDecimals], Powers[QuantityDecimals]);
        ValueScale = Math.Pow(10, PriceDecimals + QuantityDecimals);
        CashScale = Math.Pow(10, CashDecimals);
        CashPerValue = Powers[CashDecimals - PriceDecimals - QuantityDecimals];
        CashPerFee = Powers[CashDecimals - SweepTerms.MaxDecimals];
        _taker = options.Fees.Taker;
        _feeRate = (double)_taker;
        _feePerUnit = Powers[SweepTerms.MaxDecimals] / ValueScale;
        _unitsPerLot = (double)(Instrument.LotSize * QuantityScale);
        MinNotional = (double)Instrument.MinNotional;
        MinUnits = (double)(Instrument.MinQuantity * QuantityScale);
        EntryCost = (double)(options.Fees.Taker + options.Slippage.Fraction);
        Fraction = ((FractionSizing)options.Sizing).Fraction;
        (_bought, _sold) = (new long[candles.Count], new long[candles.Count]);
        Parallel.For(0, (candles.Count + 8191) / 8192, part => Tabulate(part * 8192, Math.Min(candles.Count, (part + 1) * 8192)));
        foreach (double low in candles.Low)
            Lowest = Math.Min(Lowest, low);
        foreach (double high in candles.High)
            Highest = Math.Max(Highest, high);

        var flat = new EquityCurve(1, candles.CloseTimes, Ones(candles.Count), new float[candles.Count]);
        PeriodEnds = candles.Timeframe <= Timeframe.OneDay ? flat.DayEnds() : [.. Enumerable.Range(0, candles.Count)];
        PeriodsPerYear = PeriodReturns.Of(flat, candles, candles.Timeframe).PerYear;
        Years = (flat.Times[^1] - candles.OpenTimes[0]) / (BarCalendar.DaysPerYear * UnixTime.MillisecondsPerDay);
    }

    public CandleSeries Candles { get; }

    public BacktestOptions Options { get; }

    public Instrument Instrument { get; }

    public int PriceDecimals { get; }

    public int QuantityDecimals { get; }

    /// <summary>Decimals in which cash is exact.</summary>
    public int CashDecimals { get; }

    public long PriceScale { get; }

    public long QuantityScale { get; }

    public double ValueScale { get; }

    public double CashScale { get; }

    public long CashPerValue { get; }

    public long CashPerFee { get; }

    public double MinNotional { get; }

    public double MinUnits { get; }

    public double EntryCost { get; }

    public double Fraction { get; }

    public double Lowest { get; } = double.PositiveInfinity;

    public double Highest { get; }

    public int[] PeriodEnds { get; }

    public double PeriodsPerYear { get; }

    public double Years { get; }

    /// <summary>What a market order gets at the open of a candle, in units of the price's last decimal.</summary>
    public long PriceAtOpen(int bar, bool buys) => buys ? _bought[bar] : _sold[bar];

    /// <summary>What an order gets that takes from the book where the price is met.</summary>
    public decimal PriceAt(double met, bool buys)
    {
        double distance = Options.Slippage.DistanceFor(0, met, double.NaN, double.NaN);
        return buys ? Instrument.CeilingPrice(met + distance) : Instrument.FloorPrice(Math.Max(0, met - distance));
    }

    public long UnitsOf(decimal price) => (long)(price * PriceScale);

    public decimal PriceOf(long units) => new((int)units, (int)(units >> 32), 0, units < 0, (byte)PriceDecimals);

    public decimal QuantityOf(long units) => new decimal(units) / QuantityScale;

    /// <summary>The fee on a value, in units of its eighth decimal.</summary>
    public long FeeOn(Int128 value)
    {
        double fee = (double)value * _feePerUnit * _feeRate, raised = fee + 0.5, rounded = Math.Floor(raised);
        double doubt = fee * 1e-14 + 1e-9, part = raised - rounded;
        return part > doubt && part < 1 - doubt
            ? (long)rounded
            : (long)(FeeSchedule.Fee(ValueOf(value), _taker) * Powers[SweepTerms.MaxDecimals]);
    }

    /// <summary>A value in decimal.</summary>
    public decimal ValueOf(Int128 value)
    {
        var size = (UInt128)Int128.Abs(value);
        var low = (ulong)size;
        return new decimal((int)low, (int)(low >> 32), (int)(ulong)(size >> 64), Int128.IsNegative(value), (byte)(PriceDecimals + QuantityDecimals));
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
            _bought[i] = UnitsOf(PriceAt(open[i], buys: true));
            _sold[i] = UnitsOf(PriceAt(open[i], buys: false));
        }
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
