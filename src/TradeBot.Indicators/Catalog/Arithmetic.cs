using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>A faster batch form over one series, equal to the streaming form bit for bit.</summary>
internal delegate void ValueKernel(ReadOnlySpan<double> values, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);

/// <summary>A faster batch form over candles, equal to the streaming form bit for bit.</summary>
internal delegate void CandleKernel(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);

/// <summary>What computes an indicator, with the types of its struct forgotten.</summary>
internal abstract class Arithmetic
{
    public abstract Type Implementation { get; }

    public abstract IndicatorInput Input { get; }

    public abstract CandleFields Fields { get; }

    public abstract int OutputCount { get; }

    public abstract int WarmUp(IndicatorArguments arguments);

    public abstract IIndicatorStream Open(Indicator indicator);

    public abstract void Compute(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);

    /// <summary>An indicator of one series with one output.</summary>
    public static ValueArithmetic<T, double> OnValues<T>(Func<IndicatorArguments, T> create, ValueKernel? batch = null)
        where T : struct, IIndicator<double, double> => new(create, batch);

    /// <summary>An indicator of one series with several outputs.</summary>
    public static ValueArithmetic<T, TOut> OnValues<T, TOut>(Func<IndicatorArguments, T> create, ValueKernel? batch = null)
        where T : struct, IIndicator<double, TOut>
        where TOut : struct => new(create, batch);

    /// <summary>An indicator of two series with one output; over candles it reads the two columns named.</summary>
    public static PairArithmetic<T, double> OnPairs<T>(CandleFields first, CandleFields second, Func<IndicatorArguments, T> create)
        where T : struct, IIndicator<Pair, double> => new(first, second, create);

    /// <summary>An indicator of two series with several outputs; over candles it reads the two columns named.</summary>
    public static PairArithmetic<T, TOut> OnPairs<T, TOut>(CandleFields first, CandleFields second, Func<IndicatorArguments, T> create)
        where T : struct, IIndicator<Pair, TOut>
        where TOut : struct => new(first, second, create);

    /// <summary>An indicator of candles with one output.</summary>
    public static CandleArithmetic<T, double> OnCandles<T>(CandleFields fields, Func<IndicatorArguments, T> create, CandleKernel? batch = null)
        where T : struct, IIndicator<Candle, double> => new(fields, create, batch);

    /// <summary>An indicator of candles with several outputs.</summary>
    public static CandleArithmetic<T, TOut> OnCandles<T, TOut>(CandleFields fields, Func<IndicatorArguments, T> create, CandleKernel? batch = null)
        where T : struct, IIndicator<Candle, TOut>
        where TOut : struct => new(fields, create, batch);
}
