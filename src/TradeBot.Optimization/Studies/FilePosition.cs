namespace TradeBot.Optimization;

/// <summary>How far a growing file was read.</summary>
/// <param name="Offset">Bytes read.</param>
/// <param name="Lines">Lines read.</param>
internal readonly record struct FilePosition(long Offset, int Lines);
