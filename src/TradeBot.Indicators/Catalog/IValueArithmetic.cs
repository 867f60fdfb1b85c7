namespace TradeBot.Indicators;

/// <summary>The part of <see cref="ValueArithmetic{TIndicator,TOut}"/> that does not depend on its types.</summary>
internal interface IValueArithmetic
{
    IValueStream OpenOnValues(Indicator indicator);

    void Compute(ReadOnlySpan<double> values, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);
}
