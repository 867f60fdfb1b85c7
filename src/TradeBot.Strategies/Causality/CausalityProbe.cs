namespace TradeBot.Strategies;

/// <summary>By what a look into the future was found.</summary>
public enum CausalityProbe
{
    /// <summary>The same candles again: a second run decides otherwise, by chance, by the clock or by memory of the first.</summary>
    Repeated,

    /// <summary>The candles after the decision cut off.</summary>
    Truncated,

    /// <summary>The candles after the decision changed.</summary>
    Perturbed,

    /// <summary>Another session of the same strategy ran ahead in between.</summary>
    Interleaved,

    /// <summary>Candles found in what the strategy holds that it has not been told of.</summary>
    Held,

    /// <summary>A clock, unseeded chance, a file or the network found in what its code calls.</summary>
    Code,
}
