namespace TradeBot.Exchanges;

/// <summary>What a stream tells besides its data.</summary>
public enum BybitNoticeKind
{
    /// <summary>A message could not be read and was skipped; the subscription goes on.</summary>
    MessageSkipped,

    /// <summary>The exchange has to be asked for what was missed and cannot be now: it is asked again later.</summary>
    Waiting,
}
