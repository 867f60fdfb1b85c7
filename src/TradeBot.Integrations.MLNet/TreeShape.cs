namespace TradeBot.Integrations.MLNet;

/// <summary>How many trees an ensemble has and how large each is, as a name says it.</summary>
internal readonly record struct TreeShape(int Trees, int Leaves, int MinimumRows)
{
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public static TreeShape Of(int trees, int leaves, int minimumRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trees, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leaves, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumRows, 1);
        return new TreeShape(trees, leaves, minimumRows);
    }

    public override string ToString() => FormattableString.Invariant($"trees={Trees}, leaves={Leaves}, rows={MinimumRows}");
}
