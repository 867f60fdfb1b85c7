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

    /// <summary>A pipeline from the names of its columns: what <see cref="FeaturePipeline.Names"/> gives, or the same written by hand.</summary>
    /// <param name="columns">
    /// Each such as <c>return(60)</c>, <c>atr(14)/close</c>, <c>zscore(volume,240)</c>, <c>1h:return(ema(20),1)</c>, <c>sin(hour)</c> or an indicator of the catalog,
    /// <c>MACD(12,26,9).signal</c>; one text may hold several, separated by commas.
    /// </param>
    /// <exception cref="FormatException">A text is no column; the message says where.</exception>
    /// <exception cref="ArgumentException">A parameter is out of range, or two columns have the same name.</exception>
    public static FeaturePipeline Parse(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new FeaturePipeline([.. columns.SelectMany(text => new FeatureParser(text).ReadAll())]);
    }
}
