namespace TradeBot.Indicators;

/// <summary>The part of <see cref="PairArithmetic{TIndicator,TOut}"/> that does not depend on its types.</summary>
internal interface IPairArithmetic
{
    IPairStream OpenOnPairs(Indicator indicator);

    void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, IndicatorArguments arguments, ReadOnlySpan<Memory<double>> outputs);
}
