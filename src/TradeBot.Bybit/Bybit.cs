using TradeBot.Exchanges;

namespace TradeBot;

/// <summary>Entry point for Bybit: <c>await Bybit.Linear.FetchAsync(store, ["BTCUSDT"], Timeframe.OneMinute, from: "2023-01-01")</c>.</summary>
/// <remarks>Where another library has a namespace of this name, as Bybit.Net has, write <see cref="BybitExchange.At"/>, which is the same.</remarks>
public static class Bybit
{
    /// <summary>The spot market, on mainnet.</summary>
    public static BybitMarket Spot => At("mainnet").Spot;

    /// <summary>Linear contracts, which settle in USDT or USDC, on mainnet.</summary>
    public static BybitMarket Linear => At("mainnet").Linear;

    /// <summary>Inverse contracts, which settle in the coin, on mainnet.</summary>
    public static BybitMarket Inverse => At("mainnet").Inverse;

    /// <summary>The exchange of an environment, or at any address. One instance per address and process, so that all callers share its rate limit.</summary>
    /// <param name="exchange">mainnet, testnet, demo, or an address such as http://127.0.0.1:8787.</param>
    /// <exception cref="ArgumentException">The text is neither an environment nor an address.</exception>
    public static BybitExchange At(string exchange) => BybitExchange.At(exchange);
}
