namespace TradeBot.Notebooks;

/// <summary>A value shown on request.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="DisplayId">By which a later <see cref="DisplayUpdate"/> finds it; unique in the session.</param>
public sealed record DisplayOutput(MimeBundle Data, string DisplayId) : CellOutput;
