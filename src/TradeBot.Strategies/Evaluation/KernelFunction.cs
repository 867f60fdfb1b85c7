namespace TradeBot.Strategies;

/// <summary>What a kernel is built from: its arguments, computed, and the feed on whose candles it steps.</summary>
internal readonly struct FunctionOperands(FunctionArguments arguments, Func<Expression, Node> compile, FeedState feed)
{
    public FunctionArguments Arguments => arguments;

    public FeedState Feed => feed;

    public Node Series(int index) => compile(arguments.Series(index));

    public Node Condition(int index) => compile(arguments.Condition(index));
}

/// <summary>A function whose meaning is a node that keeps state of its own.</summary>
internal sealed class KernelFunction : Function
{
    public required Func<FunctionOperands, Node> Kernel { get; init; }
}
