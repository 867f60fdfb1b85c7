using System.Reflection;
using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>A faster batch form over one series, equal to the streaming form bit for bit.</summary>
internal delegate void ValueKernel(ReadOnlySpan<double> values, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);

/// <summary>A faster batch form over candles, equal to the streaming form bit for bit.</summary>
internal delegate void CandleKernel(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);

/// <summary>Computes an indicator with its struct type erased.</summary>
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

    /// <summary>Determines inputs and outputs of a struct from its interfaces.</summary>
    /// <exception cref="ArgumentException">It is not an indicator of values, pairs or candles.</exception>
    public static Arithmetic Of<T>(Func<IndicatorArguments, T> create)
        where T : struct
    {
        Type[] shape = ShapeOf(typeof(T));
        Type definition = shape[0] == typeof(double) ? typeof(ValueArithmetic<,>) : shape[0] == typeof(Pair) ? typeof(PairArithmetic<,>) : typeof(CandleArithmetic<,>);
        object?[] arguments = shape[0] == typeof(double) ? [create, null] : shape[0] == typeof(Pair) ? [CandleFields.Close, CandleFields.Volume, create] : [CandleFields.Prices | CandleFields.Volume | CandleFields.OpenTime, create, null];
        return (Arithmetic)Activator.CreateInstance(definition.MakeGenericType(typeof(T), shape[1]), arguments)!;
    }

    /// <summary>Names of a struct's outputs: the fields of its record in lower case, or <c>value</c>.</summary>
    public static IEnumerable<string> OutputNames<T>()
    {
        Type output = ShapeOf(typeof(T))[1];
        return output == typeof(double)
            ? ["value"]
            : output.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.PropertyType == typeof(double) && p.CanWrite).Select(p => p.Name.ToLowerInvariant());
    }

    private static Type[] ShapeOf(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIndicator<,>)).Select(i => i.GetGenericArguments())
            .FirstOrDefault(shape => shape[0] == typeof(double) || shape[0] == typeof(Pair) || shape[0] == typeof(Candle))
        ?? throw new ArgumentException($"{type.Name} must be an IIndicator of double, Pair or Candle.", nameof(type));
}
