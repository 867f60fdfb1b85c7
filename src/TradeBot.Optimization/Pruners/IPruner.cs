namespace TradeBot.Optimization;

/// <summary>A way of giving up trials that fall behind.</summary>
/// <remarks>It judges by trials of earlier batches alone, so that the outcome never depends on the number of threads.</remarks>
public interface IPruner
{
    /// <summary>The pruner's name, as reports show it.</summary>
    string Name { get; }

    /// <summary>Begins a study.</summary>
    IPrunerSession Start();
}
