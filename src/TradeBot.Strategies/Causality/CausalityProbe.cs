namespace TradeBot.Strategies;

/// <summary>How look-ahead was found.</summary>
public enum CausalityProbe
{
    /// <summary>A second run on the same candles decides differently: randomness, a clock, or state from the first run.</summary>
    Repeated,

    /// <summary>Candles after the decision cut off.</summary>
    Truncated,

    /// <summary>Candles after the decision changed.</summary>
    Perturbed,

    /// <summary>Another session of the same strategy ran ahead in between.</summary>
    Interleaved,

    /// <summary>Candles found inside the strategy that it has not received yet.</summary>
    Held,

    /// <summary>A clock, unseeded randomness, a file or the network found in its code.</summary>
    Code,
}
