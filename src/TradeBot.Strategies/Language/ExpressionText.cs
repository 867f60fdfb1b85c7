namespace TradeBot.Strategies;

/// <summary>Parses expressions from text.</summary>
public static class ExpressionText
{
    /// <summary>Features: numbers or conditions at each candle.</summary>
    /// <param name="text">One, or several separated by commas, such as <c>return(60), atr(14) / close, ema(20) on 1h, rsi(14) crosses above 30</c>.</param>
    /// <param name="note">A note with the current syntax when the text uses legacy syntax; otherwise null.</param>
    /// <returns>In the order of the text; faults, such as unknown names, are reported by <see cref="Check"/>.</returns>
    /// <exception cref="FormatException">The text cannot be parsed; the message gives the position.</exception>
    public static IReadOnlyList<Expression> ReadFeatures(string text, out string? note)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = new SourcePositions();
        try
        {
            IReadOnlyList<Expression> features = ExpressionParser.Features(text, places);
            (Expression Part, string Message)[] unknown = [.. features.SelectMany(f => ExpressionCheck.Faults(f, acceptsRepainting: true)).Where(f => f.Part is IndicatorSeries { Definition: null })];
            if (unknown.Length > 0)
                throw new ExpressionFormatException(places.Of(unknown[0].Part), unknown[0].Message);
            note = places.Note is null ? null : $"'{text}' {places.Note}.";
            return features;
        }
        catch (ExpressionFormatException error)
        {
            throw new FormatException(FormattableString.Invariant(
                $"'{text}' is not a list of features: {error.Message} at position {error.Offset + 1}. A feature looks like return(60), atr(14) / close, zscore(volume, 240), ema(20) on 1h or macd(12, 26, 9).signal."), error);
        }
    }

    /// <summary>The faults of a feature, as one sentence; null when there are none.</summary>
    public static string? Check(Expression feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        string[] faults = [.. ExpressionCheck.Faults(feature, acceptsRepainting: true).Select(f => f.Message)];
        return faults.Length == 0 ? null : $"'{feature}' cannot be computed: {string.Join("; ", faults)}.";
    }
}
