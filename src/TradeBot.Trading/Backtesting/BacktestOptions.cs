using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The conditions of a backtest; the defaults are meant to be honest, not kind.</summary>
public sealed record BacktestOptions
{
    /// <summary>10,000 of quote currency, Bybit's linear base fees, 1 bp of slippage, no leverage.</summary>
    public static BacktestOptions Default { get; } = new();

    /// <summary>Starting cash, in quote currency; positive.</summary>
    public decimal Cash { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Cash must be positive."); } = 10_000m;

    /// <summary>What the exchange charges.</summary>
    public FeeSchedule Fees { get; init; } = Trading.Fees.Bybit.Linear;

    /// <summary>How much worse than the open an order fills.</summary>
    public Slippage Slippage { get; init; } = Slippage.Bps(1);

    /// <summary>The limits that every order passes.</summary>
    public RiskPolicy Risk { get; init; } = new();

    /// <summary>Trading rules by symbol; a symbol that is absent trades in steps of 1e-8.</summary>
    public IReadOnlyDictionary<string, Instrument> Instruments { get; init; } = new Dictionary<string, Instrument>();

    internal Instrument InstrumentOf(string symbol) =>
        Instruments.TryGetValue(symbol, out Instrument? instrument) ? instrument : Instrument.Default(symbol);
}
