using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A sizing that remembers nothing, so that one session serves every run.</summary>
internal abstract class StatelessSizing(string name) : ISizing, ISizingSession
{
    public string Name => name;

    public virtual ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => this;

    public abstract PositionSize Size(in SizingRequest request);
}
