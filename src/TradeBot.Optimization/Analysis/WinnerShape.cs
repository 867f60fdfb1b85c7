namespace TradeBot.Optimization;

/// <summary>What the objective looks like around the best trial.</summary>
public enum WinnerShape
{
    /// <summary>Too few trials lie near it to tell.</summary>
    Unknown,

    /// <summary>Its neighbours are nearly as good in every direction.</summary>
    Plateau,

    /// <summary>Along some parameters its neighbours are nearly as good, along others they fall off.</summary>
    Ridge,

    /// <summary>It falls off in every direction: a lone peak is what luck looks like.</summary>
    Peak,
}
