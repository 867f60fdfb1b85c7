namespace TradeBot.Optimization;

/// <summary>A way of dividing rows that knows the time each label takes, so that no test label is seen in training.</summary>
public interface ISplit
{
    /// <summary>Such as <c>walk-forward, 5 folds, embargo 60</c>.</summary>
    string Name { get; }

    /// <summary>Divides the rows.</summary>
    /// <param name="starts">When each row is decided, never falling, in any unit.</param>
    /// <param name="ends">When the label of each row is known, in the same unit; not before its start. Both ends belong to the span.</param>
    /// <exception cref="ArgumentException">The spans are not as described, or the rows are too few.</exception>
    IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends);
}
