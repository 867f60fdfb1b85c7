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

/// <summary>One division of rows into those to learn from and those to judge by.</summary>
/// <param name="Number">From 0, in the order of the test rows.</param>
/// <param name="Train">Rows to learn from, ascending.</param>
/// <param name="Test">Rows to judge by, ascending.</param>
/// <param name="Purged">How many rows were kept from training because their label's span touches that of a test label.</param>
/// <param name="Embargoed">How many more were kept from training because they lie too near to the test rows.</param>
public sealed record Fold(int Number, ReadOnlyMemory<int> Train, ReadOnlyMemory<int> Test, int Purged, int Embargoed)
{
    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"fold {Number}: {Train.Length:N0} train, {Test.Length:N0} test, {Purged:N0} purged, {Embargoed:N0} embargoed");
}
