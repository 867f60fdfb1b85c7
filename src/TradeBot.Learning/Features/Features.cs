using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Creates feature pipelines.</summary>
public static class Features
{
    /// <summary>Creates a pipeline of the listed features.</summary>
    /// <param name="list">Lists the features, such as <c>f => [f.Return(60), f.Rsi(14), f.Atr(14) / f.Close]</c>.</param>
    /// <exception cref="ArgumentException">There are no features, or two columns have the same name.</exception>
    public static FeaturePipeline Pipeline(Func<FeatureBuilder, IReadOnlyList<Feature>> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new FeaturePipeline(list(new FeatureBuilder()));
    }

    /// <summary>Parses a pipeline from its column names: what <see cref="FeaturePipeline.Names"/> returns, or the same written by hand.</summary>
    /// <param name="columns">
    /// Each is an expression of the rule language, such as <c>return(60)</c>, <c>atr(14) / close</c>, <c>zscore(volume, 240)</c>, <c>ema(20) on 1h</c>, <c>sin(hour)</c>,
    /// <c>macd(12, 26, 9).signal</c> or <c>rsi(14) crosses above 30</c>; one text may contain several, separated by commas. Legacy syntax such as <c>1h:ema(20)</c> is
    /// still accepted: <see cref="FeaturePipeline.Notes"/> gives the current form.
    /// </param>
    /// <exception cref="FormatException">A text cannot be parsed; the message says where.</exception>
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

    /// <summary>A column's name in current syntax; unchanged when it cannot be parsed.</summary>
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
