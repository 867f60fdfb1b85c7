using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>An indicator of two series.</summary>
internal sealed class PairArithmetic<TIndicator, TOut>(CandleFields first, CandleFields second, Func<IndicatorArguments, TIndicator> create)
    : Arithmetic, IPairArithmetic
    where TIndicator : struct, IIndicator<Pair, TOut>
    where TOut : struct
{
    public override Type Implementation => typeof(TIndicator);

    public override IndicatorInput Input => IndicatorInput.Pair;

    public override CandleFields Fields => first | second;

    public override int OutputCount => OutputCells<TOut>.Count;

    public override int WarmUp(IndicatorArguments arguments) => create(arguments).WarmUp;

    public override IIndicatorStream Open(Indicator indicator) => OpenOnPairs(indicator);

    public IPairStream OpenOnPairs(Indicator indicator) => new Stream(indicator, first, second, create(indicator.Values));

    public override void Compute(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs) =>
        Compute(Column(candles, first), Column(candles, second), arguments, outputs);

    public void Compute(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs)
    {
        Batch.RequireLength(first.Length, second.Length, nameof(second));
        OutputCells<TOut>.RequireColumns(outputs, first.Length);
        TIndicator indicator = create(arguments);
        for (int i = 0; i < first.Length; i++)
            OutputCells<TOut>.Write(indicator.Update(new Pair(first[i], second[i])), outputs, i);
    }

    private static ReadOnlySpan<double> Column(CandleSeries candles, CandleFields field) => field switch
    {
        CandleFields.Open => candles.Open,
        CandleFields.High => candles.High,
        CandleFields.Low => candles.Low,
        CandleFields.Close => candles.Close,
        CandleFields.Volume => candles.Volume,
        _ => throw new NotSupportedException($"{field} is not one column of numbers."),
    };

    private static double Cell(in Candle candle, CandleFields field) => field switch
    {
        CandleFields.Open => candle.Open,
        CandleFields.High => candle.High,
        CandleFields.Low => candle.Low,
        CandleFields.Close => candle.Close,
        CandleFields.Volume => candle.Volume,
        _ => throw new NotSupportedException($"{field} is not one column of numbers."),
    };

    private sealed class Stream(Indicator indicator, CandleFields first, CandleFields second, TIndicator state) : IPairStream
    {
        private TIndicator _state = state;

        public Indicator Indicator => indicator;

        public void Update(in Candle candle, Span<double> outputs) =>
            Update(new Pair(Cell(candle, first), Cell(candle, second)), outputs);

        public void Update(Pair values, Span<double> outputs) => OutputCells<TOut>.Write(_state.Update(values), outputs);

        public IPairStream Copy() => new Stream(indicator, first, second, _state);

        IIndicatorStream IIndicatorStream.Copy() => Copy();
    }
}

/// <summary>The part of <see cref="PairArithmetic{TIndicator,TOut}"/> that does not depend on its types.</summary>
internal interface IPairArithmetic
{
    IPairStream OpenOnPairs(Indicator indicator);

    void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);
}
