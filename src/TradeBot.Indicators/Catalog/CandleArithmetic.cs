using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>An indicator of whole candles.</summary>
internal sealed class CandleArithmetic<TIndicator, TOut>(
    CandleFields fields, Func<IndicatorArguments, TIndicator> create, CandleKernel? batch) : Arithmetic
    where TIndicator : struct, IIndicator<Candle, TOut>
    where TOut : struct
{
    public override Type Implementation => typeof(TIndicator);

    public override IndicatorInput Input => IndicatorInput.Candle;

    public override CandleFields Fields => fields;

    public override int OutputCount => OutputCells<TOut>.Count;

    public override int WarmUp(IndicatorArguments arguments) => create(arguments).WarmUp;

    public override IIndicatorStream Open(Indicator indicator) => new Stream(indicator, create(indicator.Values));

    public override void Compute(CandleSeries candles, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs)
    {
        OutputCells<TOut>.RequireColumns(outputs, candles.Count);
        if (batch is not null)
        {
            batch(candles, arguments, outputs);
            return;
        }

        TIndicator indicator = create(arguments);
        for (int i = 0; i < candles.Count; i++)
            OutputCells<TOut>.Write(indicator.Update(candles[i]), outputs, i);
    }

    private sealed class Stream(Indicator indicator, TIndicator state) : IIndicatorStream
    {
        private TIndicator _state = state;

        public Indicator Indicator => indicator;

        public void Update(in Candle candle, Span<double> outputs) => OutputCells<TOut>.Write(_state.Update(candle), outputs);

        public IIndicatorStream Copy() => new Stream(indicator, _state);
    }
}
