namespace TradeBot.Trading;

/// <summary>A condition over a block of candles, as bits; where neither bit is set it is unknown.</summary>
internal abstract class MaskNode
{
    /// <summary>Where it is true.</summary>
    public abstract void True(SweepScratch scratch, Span<ulong> words);

    /// <summary>Where it is false.</summary>
    public abstract void False(SweepScratch scratch, Span<ulong> words);
}
