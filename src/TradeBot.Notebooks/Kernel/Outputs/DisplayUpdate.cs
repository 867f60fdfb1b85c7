namespace TradeBot.Notebooks;

/// <summary>A new content for what an earlier <see cref="DisplayOutput"/> shows.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="DisplayId">The earlier output's id.</param>
public sealed record DisplayUpdate(MimeBundle Data, string DisplayId) : CellOutput;
