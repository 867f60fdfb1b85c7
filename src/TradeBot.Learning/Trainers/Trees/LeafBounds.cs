namespace TradeBot.Learning;

/// <summary>Bounds of a leaf's value for a monotone tree.</summary>
internal readonly record struct LeafBounds(double Low, double High)
{
    public static LeafBounds None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>The bounds of both sides of a split on a feature with the given direction.</summary>
    public (LeafBounds Left, LeafBounds Right) Divide(int direction, double leftValue, double rightValue)
    {
        double middle = (leftValue + rightValue) / 2;
        return direction switch
        {
            > 0 => (this with { High = middle }, this with { Low = middle }),
            < 0 => (this with { Low = middle }, this with { High = middle }),
            _ => (this, this),
        };
    }
}
