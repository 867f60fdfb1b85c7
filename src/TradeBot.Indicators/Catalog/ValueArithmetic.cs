using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>An indicator of one series.</summary>
internal sealed class ValueArithmetic<TIndicator, TOut>(Func<IndicatorArguments, TIndicator> create, ValueKernel? batch) : Arithmetic, IValueArithmetic
    where TIndicator : struct, IIndicator<double, TOut>
    where TOut : struct
{
    public override Type Implementation => typeof(TIndicator);

    public override IndicatorInput Input => IndicatorInput.Value;

    public override CandleFields Fields => CandleFields.Close;

    public override int OutputCount => OutputCells<TOut>.Count;

    public override int WarmUp(IndicatorArguments arguments) => create(arguments).WarmUp;

    public override IIndicatorStream Open(Indicator indicator) => OpenOnValues(indicator);

    public IValueStream OpenOnValues(Indicator indicator) => new Stream(indicator, create(indicator.Values));

    public override void Compute(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs) =>
        Compute(candles.Close, arguments, outputs);

    public void Compute(ReadOnlySpan<double> values, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs)
    {
        OutputCells<TOut>.RequireColumns(outputs, values.Length);
        if (batch is not null)
        {
            batch(values, arguments, outputs);
            return;
        }

        TIndicator indicator = create(arguments);
        for (int i = 0; i < values.Length; i++)
            OutputCells<TOut>.Write(indicator.Update(values[i]), outputs, i);
    }

    private sealed class Stream(Indicator indicator, TIndicator state) : IValueStream
    {
        private TIndicator _state = state;

        public Indicator Indicator => indicator;

        public void Update(in Candle candle, Span<double> outputs) => Update(candle.Close, outputs);

        public void Update(double value, Span<double> outputs) => OutputCells<TOut>.Write(_state.Update(value), outputs);

        public IValueStream Copy() => new Stream(indicator, _state);

        IIndicatorStream IIndicatorStream.Copy() => Copy();
    }
}

/// <summary>The part of <see cref="ValueArithmetic{TIndicator,TOut}"/> that does not depend on its types.</summary>
internal interface IValueArithmetic
{
    IValueStream OpenOnValues(Indicator indicator);

    void Compute(ReadOnlySpan<double> values, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);
}
