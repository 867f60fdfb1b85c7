namespace TradeBot.Learning;

/// <summary>Where a pipeline of features begins.</summary>
public static class Features
{
    /// <summary>A pipeline over the listed features.</summary>
    /// <param name="list">Lists the features, such as <c>f => [f.Return(60), f.Rsi(14), f.Atr(14) / f.Close]</c>.</param>
    /// <exception cref="ArgumentException">There is no feature, or two columns have the same name.</exception>
    public static FeaturePipeline Pipeline(Func<FeatureBuilder, IReadOnlyList<Feature>> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new FeaturePipeline(list(new FeatureBuilder()));
    }
}
