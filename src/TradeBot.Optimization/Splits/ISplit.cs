namespace TradeBot.Optimization;

/// <summary>Divides rows into training and test rows, with regard to the time that each label takes, so that no test label leaks into training.</summary>
public interface ISplit
{
    /// <summary>Such as <c>walk-forward, 5 folds, embargo 60</c>.</summary>
    string Name { get; }

    /// <summary>Divides the rows.</summary>
    /// <param name="starts">The decision time of each row, not decreasing, in any unit.</param>
    /// <param name="ends">When the label of each row is known, in the same unit; not before its start. Both ends belong to the span.</param>
    /// <exception cref="ArgumentException">The spans are not as described, or the rows are too few.</exception>
    IReadOnlyList<Fold> Divide(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends);
}

/// <summary>One division into training rows and test rows.</summary>
/// <param name="Number">From 0, in the order of the test rows.</param>
/// <param name="Train">Training rows, ascending.</param>
/// <param name="Test">Test rows, ascending.</param>
/// <param name="Purged">Number of rows removed from training because their label's span overlaps that of a test label.</param>
/// <param name="Embargoed">Number of further rows removed from training because they are too near to the test rows.</param>
public sealed record Fold(int Number, ReadOnlyMemory<int> Train, ReadOnlyMemory<int> Test, int Purged, int Embargoed)
{
    /// <summary>The counts in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"fold {Number}: {Train.Length:N0} train, {Test.Length:N0} test, {Purged:N0} purged, {Embargoed:N0} embargoed");
}
