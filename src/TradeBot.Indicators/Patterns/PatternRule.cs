namespace TradeBot.Indicators.Patterns;

/// <summary>What makes a pattern: how many candles, which sides it has, and the test of its bullish form.</summary>
/// <param name="Length">How many candles, from 1 to 5.</param>
/// <param name="Sides">What a match says.</param>
/// <param name="Test">True where the candles, oldest first, make the bullish form.</param>
internal sealed record PatternRule(int Length, PatternSides Sides, PatternTest Test)
{
    public const int Longest = 5;

    /// <summary>1 for the bullish form, −1 for the bearish, else 0.</summary>
    public double Judge(ReadOnlySpan<CandleShape> candles)
    {
        if (Sides != PatternSides.Bearish && Test(candles))
            return 1;
        if (Sides == PatternSides.Bullish)
            return 0;

        Span<CandleShape> mirrored = stackalloc CandleShape[Longest];
        mirrored = mirrored[..candles.Length];
        for (int i = 0; i < candles.Length; i++)
            mirrored[i] = candles[i].Mirrored;
        return Test(mirrored) ? -1 : 0;
    }
}

/// <summary>What a match of a pattern says.</summary>
internal enum PatternSides
{
    /// <summary>1 where the test holds.</summary>
    Bullish,

    /// <summary>−1 where the test holds of the mirrored candles.</summary>
    Bearish,

    /// <summary>Either.</summary>
    Both,
}

/// <summary>True where the candles, oldest first, make the bullish form of a pattern.</summary>
internal delegate bool PatternTest(ReadOnlySpan<CandleShape> candles);
