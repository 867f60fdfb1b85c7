namespace TradeBot.Learning;

/// <summary>How long what was foretold stays true.</summary>
/// <param name="Points">In the order asked for.</param>
[TypeFormatterSource]
public sealed record InformationDecay(IReadOnlyList<DecayPoint> Points)
{
    /// <summary>One line per distance.</summary>
    public override string ToString() => string.Join('\n', Points);
}
