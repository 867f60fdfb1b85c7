namespace TradeBot.Trading;

/// <summary>How targets become orders, wherever these go.</summary>
/// <param name="Sizing">How large a position a target means.</param>
/// <param name="SizedAt">At which price a target becomes a quantity.</param>
/// <param name="RebalanceTolerance">How far a position may drift from its target, as a fraction of equity; infinite for any distance.</param>
/// <param name="EntryCost">Fee and slippage to be expected of entering, as a fraction of the value at the price before slippage.</param>
internal sealed record EngineTerms(ISizing Sizing, SizingMoment SizedAt, double RebalanceTolerance, double EntryCost);
