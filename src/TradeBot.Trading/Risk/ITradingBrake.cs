namespace TradeBot.Trading;

/// <summary>Holds back what would make a position larger; what makes one smaller always passes.</summary>
internal interface ITradingBrake
{
    /// <summary>Why nothing may make a position larger, as a sentence; null when nothing is held back. Working orders that would are cancelled.</summary>
    string? Blocks { get; }

    /// <summary>Whether every position is to be closed while <see cref="Blocks"/> says why.</summary>
    bool Flattens { get; }

    /// <summary>Why this order may not make a position larger now, as a sentence; null when it may.</summary>
    /// <param name="order">Judged, perhaps several times with other quantities.</param>
    /// <param name="quantity">What would be left of it to fill.</param>
    string? Against(Order order, decimal quantity);
}
