namespace TradeBot.Testing;

/// <summary>What became of a program that a test ran.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record ChildRun(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output, then standard error.</summary>
    public string Text => Output + Error;
}
