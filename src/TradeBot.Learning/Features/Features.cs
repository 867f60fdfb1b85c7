using TradeBot.Strategies;

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
    /// Each an expression of the language of rules, such as <c>return(60)</c>, <c>atr(14) / close</c>, <c>zscore(volume, 240)</c>, <c>ema(20) on 1h</c>, <c>sin(hour)</c>,
    /// <c>macd(12, 26, 9).signal</c> or <c>rsi(14) crosses above 30</c>; one text may hold several, separated by commas. Earlier spellings, such as <c>1h:ema(20)</c>, are
    /// read too: <see cref="FeaturePipeline.Notes"/> tells the present ones.
    /// </param>
    /// <exception cref="FormatException">A text is no column; the message says where.</exception>
    /// <exception cref="ArgumentException">A parameter is out of range, or two columns have the same name.</exception>
    public static FeaturePipeline Parse(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        List<string> notes = [];
        List<Feature> features = [];
        foreach (string text in columns)
        {
            features.AddRange(ExpressionText.ReadFeatures(text, out string? note).Select(expression => new ScalarFeature(expression)));
            if (note is not null)
                notes.Add(note);
        }

        return new FeaturePipeline(features) { Notes = notes };
    }

    /// <summary>A column's name in the present spelling; as it is when it is no text of the language.</summary>
    internal static string PresentName(string name)
    {
        try
        {
            return ExpressionText.ReadFeatures(name, out _) is [var feature] ? feature.ToString() : name;
        }
        catch (FormatException)
        {
            return name;
        }
    }
}
