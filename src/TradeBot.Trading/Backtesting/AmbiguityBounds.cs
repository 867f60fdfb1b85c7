namespace TradeBot.Trading;

/// <summary>The results of a run on the most favourable and on the least favourable path inside its candles.</summary>
/// <param name="Exits">Every ambiguous exit: another exit was in the same candle, and the data does not say which came first.</param>
/// <param name="PessimisticFinal">Final equity of the whole run on the pessimistic path, in quote currency.</param>
/// <param name="OptimisticFinal">Final equity of the whole run on the optimistic path, in quote currency.</param>
/// <remarks>
/// Each exit taken alone is no better on the pessimistic path. The final equities are of whole runs, in which one exit
/// changes what follows, so that in rare cases the optimistic run ends lower.
/// </remarks>
[TypeFormatterSource]
public sealed record AmbiguityBounds(IReadOnlyList<AmbiguousExit> Exits, double PessimisticFinal, double OptimisticFinal);
