using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>One market of an exchange: historical and live candles, instruments and fees.</summary>
/// <remarks>As a source of candles it fills a store: <see cref="CandleFetch"/>.</remarks>
public interface IExchange : ICandleSource
{
    /// <summary>The published fees of an account without a level.</summary>
    FeeSchedule Fees { get; }

    /// <summary>Every instrument that is listed, with its trading rules.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    Task<IReadOnlyList<Instrument>> InstrumentsAsync(CancellationToken cancellationToken = default);

    /// <summary>Live candles, as they form and close.</summary>
    ICandleStream Stream();
}
