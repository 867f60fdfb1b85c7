namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Static state that a second copy of this assembly does not share.</summary>
public static class ReferencedCounter
{
    public static int Count { get; set; }
}
