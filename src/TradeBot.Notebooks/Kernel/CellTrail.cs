namespace TradeBot.Notebooks;

/// <summary>Which cell of a session ran last: where word of an earlier cell goes that is no more.</summary>
internal sealed class CellTrail
{
    public CellScope? Latest { get; set; }
}
