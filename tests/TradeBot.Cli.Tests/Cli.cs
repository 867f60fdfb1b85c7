using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>Runs the command line in this process.</summary>
internal static class Cli
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var late = new CancellationTokenSource(ChildProcess.Patience);
        int code = await CommandLine.RunAsync(args, output, error, late.Token).WaitAsync(ChildProcess.Patience + TimeSpan.FromSeconds(10));
        Assert.False(late.IsCancellationRequested, $"tradebot {string.Join(' ', args)} had not ended after {ChildProcess.Patience}, and was cancelled: {output}{error}");
        return (code, output.ToString(), error.ToString());
    }
}
