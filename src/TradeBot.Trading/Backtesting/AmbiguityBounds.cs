namespace TradeBot.Trading;

/// <summary>What a run would have come to on the kindest and on the harshest path inside its candles.</summary>
/// <param name="Exits">Every exit whose order with another in the same candle is a guess.</param>
/// <param name="PessimisticFinal">Final equity of the whole run on the pessimistic path, in quote currency.</param>
/// <param name="OptimisticFinal">Final equity of the whole run on the optimistic path, in quote currency.</param>
/// <remarks>
/// Each exit taken alone is no better on the pessimistic path. The final equities are of whole runs, in which one exit
/// changes what follows, so that in rare cases the optimistic run ends lower.
/// </remarks>
[TypeFormatterSource]
public sealed record AmbiguityBounds(IReadOnlyList<AmbiguousExit> Exits, double PessimisticFinal, double OptimisticFinal);
