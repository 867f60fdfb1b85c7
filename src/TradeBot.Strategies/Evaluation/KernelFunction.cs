namespace TradeBot.Strategies;

/// <summary>Input of a kernel: its compiled arguments and the feed that it steps with.</summary>
internal readonly struct FunctionOperands(FunctionArguments arguments, Func<Expression, Node> compile, FeedState feed)
{
    public FunctionArguments Arguments => arguments;

    public FeedState Feed => feed;

    public Node Series(int index) => compile(arguments.Series(index));

    public Node Condition(int index) => compile(arguments.Condition(index));
}

/// <summary>A function implemented by a node with its own state.</summary>
internal sealed class KernelFunction : Function
{
    public required Func<FunctionOperands, Node> Kernel { get; init; }
}
