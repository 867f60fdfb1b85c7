namespace TradeBot.Notebooks;

/// <summary>A part of a formula, to which scripts can be put.</summary>
/// <param name="MathMl">Exactly one element, or nothing.</param>
/// <param name="HasLimits">True where scripts stand above and below.</param>
internal readonly record struct TexAtom(string MathMl, bool HasLimits = false);
