namespace TradeBot.Trading;

/// <summary>How far a backtest is.</summary>
/// <param name="Time">The moment that it has reached, UTC.</param>
/// <param name="Fraction">Of the time that its candles span, from 0 to 1.</param>
public readonly record struct BacktestProgress(DateTime Time, double Fraction);
